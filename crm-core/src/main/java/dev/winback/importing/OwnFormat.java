package dev.winback.importing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files under our own columns (api.md). */
record OwnFormat(Header header, ImportType type, Map<String, String> written) implements Format {

  /** The type that the header makes; null when it is none of ours. */
  static @Nullable Format of(Header header) {
    var type = recognised(header);
    return type == null ? null : of(header, type);
  }

  /** A file that is said to be of a type. */
  static Format of(Header header, ImportType type) {
    var missing = type.missing(header.columns().keySet());
    if (missing != null) {
      throw new NotUnderstood("header", type.word(), missing, header.shown());
    }
    var written = new HashMap<String, String>();
    header.columns().forEach((name, place) -> written.put(name, header.asWritten().get(place)));
    return new OwnFormat(header, type, written);
  }

  private static @Nullable ImportType recognised(Header header) {
    var fitting = fitting(header);
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  /** Why the header makes no type. */
  static FileRefused refused(Header header) {
    var fitting = fitting(header);
    return fitting.isEmpty()
        ? new NotUnderstood("unknown-header", header.shown())
        : new NotUnderstood(
            "ambiguous-header", fitting.get(0).word(), fitting.get(1).word(), header.shown());
  }

  /** The types that understand most of the columns; customers have no moment. */
  private static List<ImportType> fitting(Header header) {
    var names = header.columns().keySet();
    var understanding =
        Comparator.comparing((ImportType type) -> type.understood(names))
            .thenComparing(type -> type.required().size());
    var fitting =
        Arrays.stream(ImportType.values())
            .filter(type -> type.fits(names))
            .filter(type -> type != ImportType.CUSTOMERS || !header.has("time"))
            .sorted(understanding.reversed())
            .toList();
    return fitting.stream()
        .filter(type -> understanding.compare(type, fitting.get(0)) == 0)
        .toList();
  }

  @Override
  public String name() {
    return type.word();
  }

  @Override
  public List<Integer> telling() {
    return header.places(
        Stream.concat(type.required().stream(), type.optional().stream()).toList());
  }

  /** What no field of a customer has is kept of him as it is. */
  @Override
  public List<String> unread() {
    return type == ImportType.CUSTOMERS
        ? List.of()
        : header.columns().keySet().stream().filter(name -> !type.knows(name)).toList();
  }

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    return List.of(new Entry(type, header.cells(rows.get(0)), written));
  }
}
