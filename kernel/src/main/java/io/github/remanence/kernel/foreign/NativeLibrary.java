package io.github.remanence.kernel.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A C library, called by the names and with the arguments of its functions: int, long and float as
 * such, {@link MemorySegment} as a pointer.
 */
public final class NativeLibrary {

  private static final NativeLibrary STANDARD =
      new NativeLibrary(Linker.nativeLinker().defaultLookup());

  private final SymbolLookup symbols;
  private final Map<String, MethodHandle> functions = new ConcurrentHashMap<>();

  private NativeLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /** Loads a library for the rest of the process; empty if there is none of that name. */
  @SuppressWarnings("restricted") // It is native code that is wanted.
  public static Optional<NativeLibrary> load(String name) {
    try {
      return Optional.of(new NativeLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
    } catch (IllegalArgumentException notThere) {
      return Optional.empty();
    }
  }

  /** The C library that the JVM itself runs on. */
  public static NativeLibrary standard() {
    return STANDARD;
  }

  /** Calls a function that returns an int. */
  public int callInt(String function, Object... arguments) {
    return (int) invoke(function, FunctionDescriptor.of(ValueLayout.JAVA_INT), arguments);
  }

  /** Calls a function that returns a pointer. */
  public MemorySegment callPointer(String function, Object... arguments) {
    return (MemorySegment) invoke(function, FunctionDescriptor.of(ValueLayout.ADDRESS), arguments);
  }

  /** Calls a function that returns nothing. */
  public void call(String function, Object... arguments) {
    invoke(function, FunctionDescriptor.ofVoid(), arguments);
  }

  private Object invoke(String function, FunctionDescriptor result, Object... arguments) {
    MethodHandle handle =
        functions.computeIfAbsent(function, name -> link(name, result, arguments));
    try {
      return handle.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot call " + function, e);
    }
  }

  /** A function is always called with arguments of the same kinds: those of its first call. */
  @SuppressWarnings("restricted")
  private MethodHandle link(String function, FunctionDescriptor result, Object... arguments) {
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          switch (arguments[i]) {
            case Integer _ -> ValueLayout.JAVA_INT;
            case Long _ -> ValueLayout.JAVA_LONG;
            case Float _ -> ValueLayout.JAVA_FLOAT;
            case MemorySegment _ -> ValueLayout.ADDRESS;
            default -> throw new IllegalArgumentException("no C type for " + arguments[i]);
          };
    }
    return Linker.nativeLinker()
        .downcallHandle(symbols.findOrThrow(function), result.appendArgumentLayouts(layouts))
        .asSpreader(Object[].class, arguments.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }
}
