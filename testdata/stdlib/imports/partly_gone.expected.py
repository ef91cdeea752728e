import builtins

print(builtins.len)


def normal(encoding):
    # What goes leaves its comment.
    return encoding
