"""Makes curves.csv beside this file: synthetic, nothing in it was measured.

Depression is the two published fits of Bernard et al. (2025), w(x) = 1.530 exp(-x / 9.741) + 0.750 without a field
and w(x) = 2.742 - 0.021 x at saturation, for x in 0..27; potentiation leads back with a time constant of 18 pulses.
Between them the nonlinearity, the lower end and the range follow s(H) = min(H / 0.45 T, 1). The scale of the field is
invented, and so are: four devices with a factor N(1, 0.1) on their pulses, noise of 0.2 of each step, and readings with
a standard deviation of 0.004.

    python3 make_curves.py
"""
import csv
import math
import pathlib
import random

FIELDS = [0, 0.15, 0.3, 0.45]
DEVICES = "ABCD"
CYCLES = [1, 2]
PULSES = 27


def curve(s):
    """Lowest and highest value, and nu of potentiation and of depression, at linearisation s."""
    low = 1.530 * math.exp(-27 / 9.741) + 0.750
    low_saturated = 2.742 - 0.021 * 27
    bottom = low + s * (low_saturated - low)
    spread = (2.280 - low) + s * (0.021 * 27 - (2.280 - low))
    return bottom, bottom + spread, 27 / 18, 27 / 9.741 * (1 - s)


def step(progress, nu, pulses):
    """How far some pulses move a device that is a part of the way through its window."""
    share = pulses / 27 if nu == 0 else math.expm1(-nu * pulses / 27) / math.expm1(-nu)
    return share * (1 + math.expm1(-nu) * progress)


def train(bottom, top, up, nu, factor, noise):
    progress = 0
    for pulse in range(PULSES + 1):
        value = bottom + (top - bottom) * (progress if up else 1 - progress)
        yield pulse, value + noise.gauss(0, 0.004)
        progress += step(progress, nu, factor) * noise.gauss(1, 0.2)


def rows():
    noise = random.Random(2025)
    factors = {device: noise.gauss(1, 0.1) for device in DEVICES}
    for field in FIELDS:
        bottom, top, nu_up, nu_down = curve(min(field / 0.45, 1))
        for device in DEVICES:
            for cycle in CYCLES:
                for polarity, nu in (("potentiation", nu_up), ("depression", nu_down)):
                    up = polarity == "potentiation"
                    for pulse, value in train(bottom, top, up, nu, factors[device], noise):
                        yield field, polarity, pulse, f"{value:.4f}", device, cycle


with open(pathlib.Path(__file__).with_name("curves.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["field [T]", "polarity", "pulse", "value [a.u.]", "device", "cycle"])
    writer.writerows(rows())
