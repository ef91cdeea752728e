def total(numbers, start=0):
    for number in numbers:
        start += number
    return start + len(numbers) + numbers[0]


def change(numbers):
    numbers[0] = 1
    return numbers


def hand_on(numbers):
    return total(numbers)


print total(range(9)), change(range(9)), hand_on(range(9)), total({}.keys()), total(start=1, *[range(9)])
print total(range(9), range(9))
