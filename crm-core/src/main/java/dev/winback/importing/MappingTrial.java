package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tries a mapping on the first rows of a file; nothing is stored. */
class MappingTrial {

  private static final int SAMPLES = 5;
  private static final int PROBLEMS = 5;

  private final Header header;
  private final List<RawRow> sample;
  private final Kinds kinds;
  private final ValueReading reading;
  private final List<MappingView.Problem> problems = new ArrayList<>();
  private long facts;
  private long rejected;

  MappingTrial(Header header, List<RawRow> sample, Kinds kinds, ValueReading reading) {
    this.header = header;
    this.sample = sample;
    this.kinds = kinds;
    this.reading = reading;
  }

  MappingView view(String name, Mapping mapping) {
    var faults = MappingCheck.of(header, mapping);
    if (faults.isEmpty()) {
      tryOut(MappedFormat.of(header, mapping));
    }
    return new MappingView(name, columns(mapping), mapping, faults, facts, rejected, problems);
  }

  private List<MappingView.Column> columns(Mapping mapping) {
    var words = new SampleWords(header, sample, mapping);
    var columns = new ArrayList<MappingView.Column>();
    header
        .columns()
        .forEach(
            (plain, place) ->
                columns.add(
                    new MappingView.Column(
                        Objects.requireNonNullElse(header.written(plain), plain),
                        samples(place),
                        words.of(plain))));
    return columns;
  }

  private List<String> samples(int place) {
    var cells = new LinkedHashSet<String>();
    for (var row : sample) {
      var cell = row.cell(place).strip();
      if (!cell.isEmpty() && cells.size() < SAMPLES) {
        cells.add(Values.shown(cell));
      }
    }
    return List.copyOf(cells);
  }

  private void tryOut(Format format) {
    var notation = format.notation(Notation.of(sample, format));
    var values = reading.values(notation);
    groups(format).forEach(rows -> tryOut(format, rows, values));
  }

  private Iterable<List<RawRow>> groups(Format format) {
    Map<String, List<RawRow>> groups = new LinkedHashMap<>();
    for (var row : sample) {
      var group = format.grouped() ? format.group(row) : null;
      var key = group == null ? "\u001f" + row.line() : group;
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return groups.values();
  }

  private void tryOut(Format format, List<RawRow> rows, Values values) {
    try {
      for (var entry : format.translate(rows, values)) {
        read(entry, values);
      }
      facts++;
    } catch (BadCell bad) {
      rejected += rows.size();
      if (problems.size() < PROBLEMS) {
        problems.add(problem(rows, bad));
      }
    }
  }

  private void read(Entry entry, Values values) {
    try {
      var unused = kinds.of(entry.type()).read(entry.cells(), values);
    } catch (BadCell bad) {
      throw bad.in(entry.written(String.valueOf(bad.column())));
    }
  }

  private MappingView.Problem problem(List<RawRow> rows, BadCell bad) {
    return new MappingView.Problem(
        bad.line() == 0 ? rows.get(0).line() : bad.line(),
        Objects.requireNonNullElse(header.written(bad.column()), ""),
        new Sentence("importing.error." + bad.code(), bad.figures()));
  }
}
