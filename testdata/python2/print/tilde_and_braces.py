print ~x
