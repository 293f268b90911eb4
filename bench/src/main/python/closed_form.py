# The closed form in NumPy, as someone writes it who knows that temporary arrays cost: results go into arrays that are there.
#
#   g' = gInf + (g - gInf) exp(|n| l)        gInf the asymptote of a polarity, l = -nu / P its log rate
#
# Reads lines: a number of updates to make, which it answers with "done", or "values", answered with conductances and counts.
import sys

import numpy as np

loop, devices = sys.argv[1], int(sys.argv[2])
up, up_rate, down, down_rate, lo, hi, rate, dead_zone = (np.float32(a) for a in sys.argv[3:])
random = np.random.default_rng(2025)
g = lo + (hi - lo) * random.random(devices, dtype=np.float32)
counts = {
    "int8": lambda: random.integers(-7, 8, devices, dtype=np.int8),
    "float32": lambda: 2 * random.random(devices, dtype=np.float32) - 1,
}[loop]()
opposite = -counts
pulses, e, other = (np.empty(devices, np.float32) for _ in range(3))
few = np.empty(devices, bool)


def update(n):
    if loop == "int8":
        pulses[:] = n
    else:
        np.multiply(n, rate, out=pulses)
        np.abs(pulses, out=other)
        np.less(other, dead_zone, out=few)
        np.copyto(pulses, 0, where=few)
    # One exponential serves both polarities, as only one of the two exponents is below 0.
    np.multiply(pulses, up_rate, out=e)
    np.multiply(pulses, -down_rate, out=other)
    np.minimum(e, other, out=e)
    np.exp(e, out=e)
    asymptote = np.where(pulses > 0, up, down)
    np.subtract(g, asymptote, out=g)
    np.multiply(g, e, out=g)
    np.add(g, asymptote, out=g)
    np.clip(g, lo, hi, out=g)


print("NumPy", np.__version__ + ", Python", sys.version.split()[0], flush=True)
turned = False
for line in sys.stdin:
    if line.strip() == "values":
        print(*g.tolist(), *(counts if turned else opposite).tolist(), flush=True)
        continue
    for _ in range(int(line)):
        turned = not turned
        update(counts if turned else opposite)
    print("done", flush=True)
