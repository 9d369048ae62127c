"""xoshiro128** and splitmix32 in Python integers, after the authors' C programs.

Made with Python 3.11.7:
    python tests/reference/beats_prng.py > tests/fixtures/beats/prng.json
"""

import json
import sys

WORD = 0xFFFFFFFF


def rotate(x, k):
    return ((x << k) | (x >> (32 - k))) & WORD


def xoshiro128starstar(s, count):
    s = list(s)
    for _ in range(count):
        yield rotate(s[1] * 5 & WORD, 7) * 9 & WORD
        t = s[1] << 9 & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 11)


def splitmix32(seed, count):
    for _ in range(count):
        seed = (seed + 0x9E3779B9) & WORD
        z = seed
        z = (z ^ (z >> 16)) * 0x21F0AAAD & WORD
        z = (z ^ (z >> 15)) * 0x735A2D97 & WORD
        yield z ^ (z >> 15)


seeds = [0, 1, 12345, WORD]
json.dump(
    {
        "state": list(xoshiro128starstar([1, 2, 3, 4], 20)),
        "seeds": [
            {"seed": seed, "words": list(xoshiro128starstar(splitmix32(seed, 4), 20))}
            for seed in seeds
        ],
    },
    sys.stdout,
)
