"""Makes the .npy files beside it: python3 make_golden.py, with NumPy (made with 2.4.6).

A value of a matrix is 10 * row + column + 0.25, without the quarter in integers; a vector is row 0.
"""

import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parent
FLOATS = np.array([[10 * r + c + 0.25 for c in range(4)] for r in range(3)])
INTEGERS = np.array([[10 * r + c for c in range(4)] for r in range(3)])


def save(name, array, version=None):
    with open(FOLDER / f"{name}.npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)


save("float32", FLOATS.astype("<f4"))
save("float64", FLOATS)
save("float32-big-endian", FLOATS.astype(">f4"))
save("float64-fortran", np.asfortranarray(FLOATS))
save("float64-fortran-big-endian", np.asfortranarray(FLOATS.astype(">f8")))
save("float32-version-2", FLOATS.astype("<f4"), (2, 0))
save("float32-version-3", FLOATS.astype("<f4"), (3, 0))
save("float32-vector", FLOATS[0].astype("<f4"))
for bits in (8, 16, 32, 64):
    save(f"int{bits}", INTEGERS.astype(f"int{bits}"))
save("int16-big-endian-fortran", np.asfortranarray(INTEGERS.astype(">i2")))
save("float32-no-rows", np.zeros((0, 5), "<f4"))

# What is refused.
save("refused-bool", FLOATS > 5)
save("refused-complex", FLOATS.astype(complex))
save("refused-float16", FLOATS.astype("<f2"))
save("refused-uint8", INTEGERS.astype("u1"))
save("refused-text", np.array([["a", "bc"]]))
save("refused-objects", np.array([[1, "x"]], dtype=object))
save("refused-fields", np.zeros((2, 2), [("g", "<f4"), ("n", "<i4")]))
save("refused-scalar", np.array(1.5))
save("refused-three-dimensions", np.zeros((2, 3, 4), "<f4"))
np.savez(FOLDER / "refused-archive.npz", g=FLOATS)
