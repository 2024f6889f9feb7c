package dev.winback.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of rejected rows that was corrected and comes back: what we had added to say what is wrong
 * is left out, so that its rows are those of the first file.
 */
record ReturnedSource(RowSource file, Set<Integer> added) implements RowSource {

  static final List<String> ADDED = List.of("_line", "_column", "_error");

  static RowSource of(RowSource file) {
    var added = new java.util.TreeSet<Integer>();
    for (int i = 0; i < file.names().size(); i++) {
      if (ADDED.contains(file.names().get(i).strip())) {
        added.add(i);
      }
    }
    return added.isEmpty() ? file : new ReturnedSource(file, added);
  }

  @Override
  public Upload upload() {
    return file.upload();
  }

  @Override
  public List<String> names() {
    return without(file.names());
  }

  @Override
  public List<RawRow> sample() {
    return file.sample().stream().map(this::without).toList();
  }

  @Override
  public void read(Consumer<RawRow> rows) throws IOException {
    file.read(
        row -> {
          var own = without(row);
          if (!own.blank()) {
            rows.accept(own);
          }
        });
  }

  private RawRow without(RawRow row) {
    return new RawRow(row.line(), without(row.cells()));
  }

  private List<String> without(List<String> cells) {
    var own = new ArrayList<String>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      if (!added.contains(i)) {
        own.add(cells.get(i));
      }
    }
    return own;
  }

  @Override
  public String encoding() {
    return file.encoding();
  }

  @Override
  public String between() {
    return file.between();
  }

  @Override
  public char separator() {
    return file.separator();
  }
}
