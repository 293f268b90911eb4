package io.github.remanence.kernel.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * Copies of a class that each have constants of their own, which C2 takes for constants: see the
 * package comment.
 */
final class HiddenCopy {

  private HiddenCopy() {}

  /** An instance of a new copy of a class of this package, which can read its constants. */
  static Object of(Class<?> original, Object constants) {
    String file = original.getSimpleName() + ".class";
    try (InputStream code = original.getResourceAsStream(file)) {
      if (code == null) {
        throw new IllegalStateException(
            file + " is missing beside HiddenCopy.class: the jar is incomplete");
      }
      MethodHandles.Lookup copy =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(code.readAllBytes(), constants, true);
      return copy.lookupClass().getDeclaredConstructor().newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(file + " cannot be specialised for " + constants, e);
    }
  }

  /** The constants of the copy that asks. */
  static <T> T constants(MethodHandles.Lookup copy, Class<T> type) {
    try {
      T constants = MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, type);
      if (constants == null) {
        throw new IllegalStateException(
            copy.lookupClass() + " is used through its specialised copies only");
      }
      return constants;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a class may always read its own data", e);
    }
  }
}
