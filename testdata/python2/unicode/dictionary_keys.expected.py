names = {str: 'text', str: 'unicode', int: 'int'}
