package io.github.remanence.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import java.util.Set;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Loads the classes of this project once more, with a call of {@link FlopCounter} beside every
 * floating-point operation.
 *
 * <p>A method of {@code FloatVector} or {@code Math} that this class does not know counts as {@link
 * FlopCounter#unknown}, whether or not it computes, so that nothing is left out by being new.
 *
 * <p>Vectors have {@value #BITS} bits on every machine: on narrower ones a table is looked up in
 * another way, with fewer flops.
 */
final class CountingLoader extends ClassLoader {

  private static final int BITS = 256;

  private static final String PROJECT = "io.github.remanence.";

  private static final ClassDesc VECTOR = FloatVector.class.describeConstable().orElseThrow();
  private static final ClassDesc UNARY =
      VectorOperators.Unary.class.describeConstable().orElseThrow();
  private static final ClassDesc COUNTER = FlopCounter.class.describeConstable().orElseThrow();

  private static final Set<String> MATH = Set.of("java/lang/Math", "java/lang/StrictMath");
  private static final Set<String> FLOATING = Set.of("F", "D");

  /** What computes nothing, or only compares, picks, converts and changes signs. */
  private static final Set<String> NONE =
      Set.of(
          "abs",
          "blend",
          "broadcast",
          "ceil",
          "clamp",
          "compare",
          "fromArray",
          "fromMemorySegment",
          "intoArray",
          "intoMemorySegment",
          "max",
          "min",
          "neg",
          "reinterpretAsInts",
          "zero");

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PROJECT) || name.equals(FlopCounter.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defined(name);
    }
  }

  private Class<?> defined(String name) throws ClassNotFoundException {
    try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = code.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The vector backend reads the code of its loops as a resource. */
  @Override
  public InputStream getResourceAsStream(String name) {
    InputStream found = super.getResourceAsStream(name);
    if (found == null || !name.endsWith(".class")) {
      return Objects.requireNonNullElse(found, InputStream.nullInputStream());
    }
    try (found) {
      return new ByteArrayInputStream(counting(found.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] counting(byte[] code) {
    ClassFile file = ClassFile.of();
    return file.transformClass(
        file.parse(code), ClassTransform.transformingMethodBodies(CountingLoader::counted));
  }

  private static void counted(CodeBuilder code, CodeElement element) {
    switch (element) {
      case FieldInstruction field when field.name().equalsString("SPECIES_PREFERRED") ->
          code.getstatic(VECTOR, "SPECIES_" + BITS, field.typeSymbol());
      case InvokeInstruction call when call.owner().asSymbol().equals(VECTOR) ->
          vectors(code, call);
      case InvokeInstruction call when isMath(call) -> numbers(code, call);
      case OperatorInstruction operator when computes(operator.opcode()) ->
          count(code.with(operator), "one");
      default -> code.with(element);
    }
  }

  private static void vectors(CodeBuilder code, InvokeInstruction call) {
    String name = call.name().stringValue();
    switch (name) {
      case "add", "sub", "mul", "div" -> count(code.with(call).dup(), "one", VECTOR);
      case "fma" -> count(code.with(call).dup(), "two", VECTOR);
      case "lanewise" -> code.invokestatic(COUNTER, name, MethodTypeDesc.of(VECTOR, VECTOR, UNARY));
      default -> known(code.with(call), name);
    }
  }

  private static void numbers(CodeBuilder code, InvokeInstruction call) {
    String name = call.name().stringValue();
    switch (name) {
      case "sqrt" -> count(code.with(call), "one");
      case "fma" -> count(code.with(call), "two");
      default -> known(code.with(call), name);
    }
  }

  private static void known(CodeBuilder code, String name) {
    if (!NONE.contains(name)) {
      count(code, "unknown");
    }
  }

  private static void count(CodeBuilder code, String counter, ClassDesc... parameters) {
    code.invokestatic(COUNTER, counter, MethodTypeDesc.of(ConstantDescs.CD_void, parameters));
  }

  /** Of float or double; of integers there are other methods. */
  private static boolean isMath(InvokeInstruction call) {
    String returned = call.typeSymbol().returnType().descriptorString();
    return MATH.contains(call.owner().asInternalName()) && FLOATING.contains(returned);
  }

  private static boolean computes(Opcode opcode) {
    return switch (opcode) {
      case FADD, FSUB, FMUL, FDIV, FREM, DADD, DSUB, DMUL, DDIV, DREM -> true;
      default -> false;
    };
  }
}
