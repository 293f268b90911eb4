package io.github.remanence.kernel.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import io.github.remanence.kernel.device.CycleNoise;
import io.github.remanence.kernel.device.DeviceModel;
import io.github.remanence.kernel.device.DeviceVariation;
import io.github.remanence.kernel.device.NonIdealities;
import io.github.remanence.kernel.device.Spread;
import io.github.remanence.kernel.device.StuckDevices;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * What may be left out of a file: non-idealities, and each part of them. What an ideal device has
 * stands for it; Jackson injects that where a file says nothing.
 */
final class LeftOut extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1;

  private static final Map<Class<?>, Record> IDEAL =
      Map.of(
          NonIdealities.class, NonIdealities.NONE,
          DeviceVariation.class, DeviceVariation.NONE,
          Spread.class, Spread.NONE,
          StuckDevices.class, StuckDevices.NONE,
          CycleNoise.class, CycleNoise.NONE);

  /** Each part is found by itself: see {@link Values}. */
  @Override
  public JacksonInject.@Nullable Value findInjectableValue(
      MapperConfig<?> config, AnnotatedMember member) {
    Object part =
        member instanceof AnnotatedParameter parameter
                && parameter.getOwner() instanceof AnnotatedConstructor constructor
            ? ideal(constructor, parameter.getIndex())
            : null;
    return part == null
        ? super.findInjectableValue(config, member)
        : JacksonInject.Value.construct(part, /* useInput= */ true, /* optional= */ false);
  }

  private static @Nullable Object ideal(AnnotatedConstructor constructor, int parameter) {
    Class<?> type = constructor.getDeclaringClass();
    if (type == DeviceModel.class) {
      boolean isOne = constructor.getRawParameterType(parameter) == NonIdealities.class;
      return isOne ? NonIdealities.NONE : null;
    }
    Record ideal = IDEAL.get(type);
    return ideal == null ? null : part(ideal, type.getRecordComponents()[parameter]);
  }

  private static Object part(Record whole, RecordComponent component) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("anybody may read " + component, e);
    }
  }

  /** The part that is looked for is what it is looked for by. */
  static final class Values extends InjectableValues {

    @Override
    public Values snapshot() {
      return this;
    }

    @Override
    public Object findInjectableValue(
        DeserializationContext context,
        Object part,
        BeanProperty property,
        @Nullable Object owner,
        @Nullable Boolean optional,
        @Nullable Boolean useInput) {
      return part;
    }
  }
}
