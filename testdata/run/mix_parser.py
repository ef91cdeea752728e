# A tokenizer and an evaluator, with iterators and errors of the old kind.
class ParseError(Exception):
    def __init__(self, message, position):
        Exception.__init__(self, message, position)


class Tokens:
    def __init__(self, text):
        self.items = iter(text.split())
        self.ahead = []

    def __iter__(self): return self

    def next(self):
        if self.ahead: return self.ahead.pop()
        return self.items.next()

    def push(self, token):
        self.ahead.append(token)

    def peek(self):
        try: token = self.next()
        except StopIteration: return None
        self.push(token)
        return token


OPERATORS = {
    '+': lambda (a, b): a + b,
    '-': lambda (a, b): a - b,
    '*': lambda (a, b): a * b,
    '<>': lambda (a, b): a <> b,
}


def evaluate(text):
    stack, position = [], 0L
    for token in Tokens(text):
        position += 1L
        if OPERATORS.has_key(token):
            if len(stack) < 2: raise ParseError, ("too few for %s" % `token`, position)
            b, a = stack.pop(), stack.pop()
            stack.append(OPERATORS[token]((a, b)))
        else:
            try:
                stack.append(int(token, 0) if token <> '010' else 010)
            except ValueError, e:
                raise ParseError, ("not a number: " + `token`, position)
    if len(stack) <> 1: raise ParseError("left over", `stack`)
    return stack[0]


for text in "1 2 +", "010 2 *", "1 2 <>", "1 +", "x", "1 2", "0x10 1 -":
    try:
        result = evaluate(text)
        print text, "=", result
    except ParseError, (message, position):
        print text, "!", message, position
tokens = Tokens("a b")
print tokens.peek(), tokens.next(), tokens.peek(), list(tokens), tokens.peek()
