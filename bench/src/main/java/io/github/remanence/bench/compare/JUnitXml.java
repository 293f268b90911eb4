package io.github.remanence.bench.compare;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A comparison in the form of JUnit's reports, which CI systems show: a test for each row. One that
 * is too noisy is skipped, as it has tested nothing.
 */
public final class JUnitXml {

  private JUnitXml() {}

  /** The text. */
  public static String of(Comparison comparison) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "remanence bench compare");
      int all = comparison.differences().size();
      xml.writeAttribute("tests", String.valueOf(all));
      xml.writeAttribute("failures", String.valueOf(comparison.regressions().size()));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", String.valueOf(comparison.tooNoisy().size()));
      for (Difference difference : comparison.differences()) {
        write(difference, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text cannot be written to memory", e);
    }
    return text.toString();
  }

  private static void write(Difference difference, XMLStreamWriter xml) throws XMLStreamException {
    String benchmark = difference.row().benchmark();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", benchmark.substring(0, benchmark.lastIndexOf('.')));
    xml.writeAttribute("name", difference.row().toString());
    String message = message(difference);
    switch (difference.verdict()) {
      case SLOWER -> writeOutcome("failure", message, xml);
      case TOO_NOISY -> writeOutcome("skipped", message, xml);
      case FASTER, NO_DIFFERENCE -> writeText("system-out", message, xml);
    }
    xml.writeEndElement();
  }

  private static String message(Difference difference) {
    return String.format(
        Locale.ROOT,
        "%s: takes %.3f times as long, 95 %% interval %.3f to %.3f; finds slowdowns of %.3f and"
            + " more",
        difference.verdict(),
        difference.ratio(),
        difference.low(),
        difference.high(),
        difference.finds());
  }

  private static void writeOutcome(String name, String message, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("message", message);
    xml.writeEndElement();
  }

  private static void writeText(String name, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
