package io.github.remanence.fit.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
class CurvesCsvTest {

  private static final String HEADER = "field [T],polarity,pulse,value [S]\n";

  private static final List<MeasuredCurve> PLAIN =
      List.of(
          new MeasuredCurve(
              0.5,
              Polarity.DEPRESSION,
              "",
              "",
              List.of(new MeasuredCurve.Point(0, 2.5e-6), new MeasuredCurve.Point(1, 2.25e-6))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "field [T],polarity,pulse,value [S]\n0.5,depression,0,2.5e-6\n0.5,depression,1,2.25e-6\n",
        // Windows, no line break at the end, rows out of order
        "field [T],polarity,pulse,value [S]\r\n0.5,LTD,1,2.25E-06\r\n0.5,LTD,0,2.5E-06",
        // Excel in UTF-8: a mark, and rows that were emptied
        "\uFEFFfield [T],polarity,pulse,value [S]\n,,,\n0.5,d,0,2.5e-6\n\n0.5,-1,1,2.25e-6\n,,,\n",
        // Excel where commas are decimal
        "field [T];polarity;pulse;value [S]\n0,5;-;0;2,5E-06\n0,5;-;1;2,25E-06\n",
        // LibreOffice with everything in quotes, other columns' order, empty columns
        "\"value (S)\",\"pulse\",\"Polarity\",\"FIELD (T)\",\"\"\n"
            + "\"2.5e-6\",\"0\",\"Depression\",\"0.5\",\"\"\n"
            + "\"2.25e-6\",\"1\",\"Depression\",\"0.5\",\"\"\n",
        "sep=;\r\n"
            + "field [T];polarity;pulse;value [S]\r\n"
            + "0.5;d;0;0.0000025\r\n"
            + "0.5;d;1;0.00000225\r\n",
        "field [T]\tpolarity\tpulse\tvalue [S]\n 0.5\td\t0\t2.5e-6\n0.5 \td\t1\t2.25e-6\n",
      })
  void whatSpreadsheetsWriteIsRead(String text) throws BadCurvesException {
    Measurements read = CurvesCsv.read(text);
    assertThat(read.curves()).isEqualTo(PLAIN);
    assertThat(read.fieldUnit()).isEqualTo("T");
    assertThat(read.valueUnit()).isEqualTo("S");
  }

  @Test
  void devicesAndCyclesAreTrainsOfTheirOwn() throws BadCurvesException {
    Measurements read =
        CurvesCsv.read(
            "repeat,device,field,polarity,pulse,value\n"
                + "1,A,0,+,0,1\n"
                + "2,A,0,+,0,1\n"
                + "1,B,0,+,0,1\n"
                + "1,A,0,-,0,1\n");
    assertThat(read.curves())
        .extracting(c -> c.device() + c.cycle() + c.polarity())
        .containsExactly("A1potentiation", "A2potentiation", "B1potentiation", "A1depression");
    assertThat(read.valueUnit()).isEqualTo("a.u.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0,depression,0,abc    | value 'abc' is no number
          0,depression,0,#DIV/0!| value '#DIV/0!' is no number
          0,depression,0,NaN    | value 'NaN' is no number
          0,depression,0,1e999  | value '1e999' is too large
          0,depression,0,1e30   | value 1.0E30 is above 2^60
          0,depression,0,       | value is missing
          0,depression,0        | value is missing
          0,depression,,1       | pulse is missing
          0,depression,-1,1     | pulse -1.0 is not in [0, 1e9]
          0,sideways,0,1        | polarity 'sideways' is neither potentiation nor depression
          0,,0,1                | polarity '' is neither potentiation nor depression
          x,depression,0,1      | field 'x' is no number
          0,depression,0,"1,5"  | value '1,5' has a comma
          0,depression,0,1,7    | it has 5 cells, the header has 4
          0,depression,9,1      | the same train has a value for pulse 9.0 in line 2
          """)
  void aBadRowIsNamedByItsLine(String row, String problem) {
    // Lines 1 to 4: header, a good row, an empty line, the bad row.
    assertThatThrownBy(() -> CurvesCsv.read(HEADER + "0,depression,9,1\n\n" + row + "\n"))
        .isInstanceOf(BadCurvesException.class)
        .hasMessageStartingWith("line 4: " + problem);
  }

  @Test
  void everyBadRowIsNamedUpToANumber() {
    String rows =
        IntStream.range(0, 25)
            .mapToObj(i -> "0,d,%d,x%n".formatted(i))
            .collect(Collectors.joining());
    assertThatThrownBy(() -> CurvesCsv.read(HEADER + rows))
        .hasMessageContaining("25 rows are wrong:")
        .hasMessageContaining("line 2: value 'x'")
        .hasMessageContaining("line 21: value 'x'")
        .hasMessageNotContaining("line 22:")
        .hasMessageEndingWith("and 5 more");
  }

  @Test
  void aLineInQuotesThatGoesOnIsCounted() {
    assertThatThrownBy(() -> CurvesCsv.read(HEADER + "0,\"depres\nsion\",0,1\n0,d,0,x\n"))
        .hasMessageContaining("line 4: value 'x'");
  }

  @Test
  void twoDecimalMarksInOneFileAreRefused() {
    assertThatThrownBy(() -> CurvesCsv.read("field;polarity;pulse;value\n0;d;0;1,5\n0;d;1;1.234\n"))
        .hasMessageContaining("line 3: value '1.234' has the decimal mark '.', line 2 has ','");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | it is empty
          field,polarity,pulse            | line 1: there is no column 'value'
          field,polarity,pulse,value,note | line 1: the column 'note' is unknown
          field,polarity,pulse,value,value| line 1: there are two columns 'value'
          field,polarity,pulse,value      | it has a header and no values
          """)
  void aFileThatIsNoTableOfCurvesIsRefused(String text, String problem) {
    assertThatThrownBy(() -> CurvesCsv.read(text)).hasMessageStartingWith(problem);
  }

  @Test
  void quotesThatDoNotMatchAreNamed() {
    assertThatThrownBy(() -> CurvesCsv.read(HEADER + "0,d,0,1\n0,\"d,1,1\n"))
        .isInstanceOf(BadCurvesException.class)
        .hasMessageStartingWith("after line 2: the quotes do not match");
  }
}
