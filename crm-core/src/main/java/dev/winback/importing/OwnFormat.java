package dev.winback.importing;

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
    for (var column : type.required()) {
      if (!header.has(column)) {
        throw new FileRefused("header", type.word(), column, header.shown());
      }
    }
    var written = new HashMap<String, String>();
    header.columns().forEach((name, place) -> written.put(name, header.asWritten().get(place)));
    return new OwnFormat(header, type, written);
  }

  private static @Nullable ImportType recognised(Header header) {
    if (header.hasAll(ImportType.PURCHASES.required())) {
      return ImportType.PURCHASES;
    }
    if (header.hasAll(ImportType.CONTACTS.required())) {
      return ImportType.CONTACTS;
    }
    return header.has("customer") && !header.has("time") ? ImportType.CUSTOMERS : null;
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

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    return List.of(new Entry(type, header.cells(rows.get(0)), written));
  }
}
