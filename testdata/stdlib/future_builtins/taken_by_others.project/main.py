from taken_by_others import map, zip
