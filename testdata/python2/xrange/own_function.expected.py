def total(numbers, start=0):
    for number in numbers:
        start += number
    return start + len(numbers) + numbers[0]


def change(numbers):
    numbers[0] = 1
    return numbers


def hand_on(numbers):
    return total(numbers)


print(total(range(9)), change(list(range(9))), hand_on(list(range(9))), total(list({}.keys())), total(start=1, *[list(range(9))]))
print(total(range(9), list(range(9))))
