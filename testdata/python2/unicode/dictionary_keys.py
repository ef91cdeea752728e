names = {str: 'text', unicode: 'unicode', int: 'int'}
