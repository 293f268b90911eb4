package io.github.remanence.validate;

import io.github.remanence.kernel.Crossbar;
import io.github.remanence.kernel.FieldChange;
import io.github.remanence.kernel.Pulses;
import io.github.remanence.kernel.UpdatePlan;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Lets an honest subject work, then spoils the result. */
record Saboteur(String name, Subject honest, Spoiling spoiling) implements Subject {

  /** What becomes of one device. */
  @FunctionalInterface
  interface Spoiling {
    float spoil(long device, long devices, float before, float after);
  }

  @Override
  public void apply(UpdatePlan plan, Pulses pulses, Crossbar crossbar) {
    float[] before = values(crossbar);
    honest.apply(plan, pulses, crossbar);
    spoil(before, crossbar);
  }

  @Override
  public void apply(FieldChange change, Crossbar crossbar) {
    float[] before = values(crossbar);
    honest.apply(change, crossbar);
    spoil(before, crossbar);
  }

  private void spoil(float[] before, Crossbar crossbar) {
    MemorySegment memory = crossbar.conductances();
    for (int i = 0; i < before.length; i++) {
      float after = memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      float spoiled = spoiling.spoil(i, before.length, before[i], after);
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, spoiled);
    }
  }

  private static float[] values(Crossbar crossbar) {
    return crossbar.conductances().toArray(ValueLayout.JAVA_FLOAT);
  }

  @Override
  public String toString() {
    return name;
  }
}
