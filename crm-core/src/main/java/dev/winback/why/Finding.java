package dev.winback.why;

import dev.winback.complaint.Severity;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a loss from one moment on; {@code said} are the fields that were new in it,
 * {@code member} is null where the customer said it himself through a form.
 */
public record Finding(
    long id,
    long lapse,
    OffsetDateTime at,
    @Nullable String member,
    boolean call,
    boolean current,
    boolean undone,
    List<FindingField> said,
    Map<FindingField, String> known,
    @Nullable String derivedProblem,
    List<String> whys) {

  static Finding of(ResultSet row, int number) throws SQLException {
    var known = new EnumMap<FindingField, String>(FindingField.class);
    for (var field : FindingField.values()) {
      var text = row.getString(field.column());
      if (text != null) {
        known.put(field, text.equals("t") ? "true" : text.equals("f") ? "false" : text);
      }
    }
    return new Finding(
        row.getLong("id"),
        row.getLong("lapse_id"),
        row.getObject("told_at", OffsetDateTime.class),
        row.getString("member"),
        row.getObject("call_id") != null,
        row.getBoolean("current"),
        row.getObject("undone_at") != null,
        words(row.getArray("said")).stream().map(FindingField::ofColumn).toList(),
        known,
        row.getString("derived_problem"),
        words(row.getArray("whys")));
  }

  private static List<String> words(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  /** Severe, and a person's fault. */
  boolean hot() {
    var severity = known.get(FindingField.SEVERITY);
    return "true".equals(known.get(FindingField.HUMAN))
        && severity != null
        && Severity.severe(Integer.parseInt(severity));
  }

  public @Nullable String get(FindingField field) {
    return known.get(field);
  }

  /** By the field's name, for pages. */
  public @Nullable String get(String code) {
    return FindingField.ofCode(code).map(known::get).orElse(null);
  }

  /** The reason that counts: the real one, else the stated one. */
  public @Nullable String reason() {
    var real = get(FindingField.REAL);
    return real == null ? get(FindingField.STATED) : real;
  }

  /** UND-05: as a person corrected it, else that of the reason. */
  public @Nullable String problem() {
    var corrected = get(FindingField.PROBLEM);
    return corrected == null ? derivedProblem : corrected;
  }

  /** UND-06: nobody but us says so. */
  public boolean guess() {
    return reason() != null && SaidBy.GUESS.code().equals(get(FindingField.SAID_BY));
  }

  /** For a reader who may not read what was said. */
  Finding withoutWords() {
    var codes =
        known.entrySet().stream()
            .filter(entry -> !entry.getKey().text())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    var fields = said.stream().filter(field -> !field.text()).toList();
    return new Finding(
        id, lapse, at, member, call, current, undone, fields, codes, derivedProblem, List.of());
  }
}
