package dev.winback.customer;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rows of customers as a merge reads and writes them. */
@Component
class MergeRecords {

  private static final String RECORD = Sql.of(MergeRecords.class, "record.sql");
  private static final String PART_OF = Sql.of(MergeRecords.class, "merge-part-of.sql");
  private static final String WRITE_FIELDS = Sql.of(MergeRecords.class, "write-fields.sql");
  private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  MergeRecords(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A record of a person as it is stored. */
  record One(
      long id,
      String ref,
      String name,
      @Nullable Long mergedInto,
      boolean erased,
      boolean unwilling,
      Map<String, @Nullable Object> fields) {}

  /** The two records, locked in the order of their keys; both alive and not yet of one customer. */
  List<One> pair(String ref, String otherRef) {
    if (otherRef.isBlank()) {
      throw Refused.field("other", "merge.refused.other");
    }
    long kept = id(ref);
    long other = id(otherRef);
    if (kept == other) {
      throw Refused.field("other", "merge.refused.same");
    }
    var first = lock(Math.min(kept, other));
    var second = lock(Math.max(kept, other));
    var pair = kept < other ? List.of(first, second) : List.of(second, first);
    if (Objects.equals(pair.get(1).mergedInto(), kept)) {
      throw new Refused("merge.refused.done", otherRef, ref);
    }
    pair.forEach(MergeRecords::requireOwn);
    return pair;
  }

  private static void requireOwn(One one) {
    if (one.erased()) {
      throw new NotFound("customer");
    }
    if (one.mergedInto() != null) {
      throw Refused.field("other", "merge.refused.merged", one.ref());
    }
  }

  private long id(String ref) {
    return jdbc.sql("select id from customer where ref = :ref and erased_at is null")
        .param("ref", ref)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new NotFound("customer"));
  }

  One lock(long id) {
    return jdbc.sql(RECORD).param("id", id).query((row, n) -> one(row)).single();
  }

  private One one(ResultSet row) throws SQLException {
    return new One(
        row.getLong("id"),
        row.getString("ref"),
        row.getString("display_name"),
        row.getObject("merged_into", Long.class),
        row.getBoolean("erased"),
        row.getBoolean("unwilling"),
        fields(row.getString("fields")));
  }

  Map<String, @Nullable Object> fields(String text) {
    return json.readValue(text, FIELDS);
  }

  String text(Map<String, @Nullable Object> fields) {
    return json.writeValueAsString(fields);
  }

  /** The record with all that was merged into it. */
  Set<CustomerId> partOf(long id) {
    return new HashSet<>(
        jdbc.sql(PART_OF)
            .param("id", id)
            .query((row, n) -> new CustomerId(row.getLong("id")))
            .list());
  }

  void write(long id, Map<String, @Nullable Object> fields) {
    jdbc.sql(WRITE_FIELDS).param("id", id).param("fields", text(fields)).update();
  }

  /** The root of these records: null for the record itself. */
  void root(Set<CustomerId> records, long root) {
    jdbc.sql(
            """
            update customer set merged_into = nullif(:root, id), version = version + 1
            where id = any (:records::bigint[])
            """)
        .param("root", root)
        .param("records", records.stream().map(CustomerId::value).toArray(Long[]::new))
        .update();
  }
}
