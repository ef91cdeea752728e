names = {str: 'text', int: 'int'}
