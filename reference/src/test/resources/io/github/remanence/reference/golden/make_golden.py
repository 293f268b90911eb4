"""Writes the golden rows that lie beside this script, from 100-digit decimal arithmetic.

    python3 make_golden.py

Needs Python 3.8 or newer and nothing else. Every input is a double and is taken at its exact binary value; the
constants of the published fits are taken as the decimals that were printed. The equations are used in their textbook
form, relaxation towards an asymptote, which is not the form the Java code uses: a slip in rearranging it would show.
"""
import itertools
import pathlib
from decimal import Decimal, getcontext

getcontext().prec = 100
HERE = pathlib.Path(__file__).parent
ONE, ZERO = Decimal(1), Decimal(0)

NONLINEARITIES = [0.0, 1e-9, 1e-6, 1e-3, 0.5, 2.772, 6.0, 12.0, -2.0]
SPANS = [27.0, 300.5]
COUNTS = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 0.37, 1.0, 2.5, 10.0, 13.7, 26.5, 27.0, 100.0, 1000.0]
VALUES = [0.0, 1e-6, 0.1, 0.5, 0.9, 1 - 1e-6, 1.0]
STATES = [0.0, 0.25, 0.5, 0.75, 1.0]
PARTS = [0.0, 1e-6, 0.1, 0.3, 0.5, 0.7, 0.9, 1 - 1e-6, 1.0]


def relax(u, asymptote, nu, t):
    """u after the part t of a span, on its way to the asymptote."""
    return asymptote + (u - asymptote) * (-nu * t).exp()


def potentiated(u, nu, t):
    return u + t if nu == 0 else relax(u, ONE / (ONE - (-nu).exp()), nu, t)


def depressed(u, nu, t):
    return u - t if nu == 0 else relax(u, ONE / (ONE - nu.exp()), nu, t)


def coordinate(u, nu):
    """The part of a span between 1 and u on the depression curve, so that depressed(1, nu, coordinate) is u."""
    if nu == 0:
        return ONE - u
    asymptote = ONE / (ONE - nu.exp())
    return -((u - asymptote) / (ONE - asymptote)).ln() / nu


def clamp(value, low=ZERO, high=ONE):
    return min(max(value, low), high)


def bernard2025(s):
    """nu, Gmin and R of depression at linearisation s: a straight line between the two published fits."""
    nu0 = Decimal(27) / Decimal("9.741")
    exponential = lambda x: Decimal("1.530") * (-x / Decimal("9.741")).exp() + Decimal("0.750")
    linear = lambda x: Decimal("2.742") - Decimal("0.021") * x
    low0, range0 = exponential(Decimal(27)), exponential(ZERO) - exponential(Decimal(27))
    low1, range1 = linear(Decimal(27)), linear(ZERO) - linear(Decimal(27))
    return nu0 * (ONE - s), low0 + s * (low1 - low0), range0 + s * (range1 - range0)


def text(number):
    """34 significant digits of a Decimal; the shortest decimal that reads back as the same float."""
    if isinstance(number, float):
        return repr(number)
    return f"{number:.33E}" if number else "0"


def write(name, header, columns, rows):
    lines = ["# Origin: Python decimal, 100 digits, the same in every version; printed with 34.", "# Command: python3 make_golden.py"]
    lines += [f"# {line}" for line in header] + [",".join(columns)]
    lines += [",".join(text(cell) for cell in row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")


def response_rows():
    for nu, span, n, u in itertools.product(NONLINEARITIES, SPANS, COUNTS, VALUES):
        start, t = Decimal(u), Decimal(n) / Decimal(span)
        up = clamp(potentiated(start, Decimal(nu), t))
        down = clamp(depressed(start, Decimal(nu), t))
        yield nu, span, n, u, up, up - start, down, down - start


def coordinate_rows():
    for nu, span, u in itertools.product(NONLINEARITIES, SPANS, VALUES):
        yield nu, span, u, Decimal(span) * coordinate(Decimal(u), Decimal(nu))


def keep_pulses_rows():
    for before, after, part in itertools.product(STATES, STATES, PARTS):
        nu, low, window = bernard2025(Decimal(before))
        w = float(low + Decimal(part) * window)
        t = coordinate(clamp((Decimal(w) - low) / window), nu)
        new_nu, new_low, new_window = bernard2025(Decimal(after))
        yield before, after, w, 27 * t, new_low + new_window * depressed(ONE, new_nu, t)


write(
    "response.csv",
    ["n pulses of either polarity from u; nu, span = P and n as printed.",
     "Units: u is a part of the window, n and span are pulses. A step is u' - u after the clamp to [0, 1]."],
    ["nu", "span", "n", "u", "potentiated", "potentiationStep", "depressed", "depressionStep"],
    response_rows())
write(
    "pulse_coordinate.csv",
    ["The pulse coordinate x of u on the depression curve; nu and span = P as printed.",
     "Units: u is a part of the window, x and span are pulses."],
    ["nu", "span", "u", "x"],
    coordinate_rows())
write(
    "keep_pulses.csv",
    ["A change of field on the published device: sBefore to sAfter, each device keeps x.",
     "The ends are 1.530 exp(-x/9.741) + 0.750 and 2.742 - 0.021 x, x from 0 to 27; nu, Gmin and R linear in s.",
     "Units: w as in the fits, x in pulses."],
    ["sBefore", "sAfter", "wBefore", "x", "wAfter"],
    keep_pulses_rows())
