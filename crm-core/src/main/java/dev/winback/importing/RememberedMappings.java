package dev.winback.importing;

import dev.winback.shared.Sha256;
import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The mappings by the fingerprints of the headers they are for. */
@Component
class RememberedMappings {

  private static final String READ =
      """
      select m.*, b.name as member from import_mapping m left join member b on b.id = m.member_id
      """;

  private final JdbcClient jdbc;
  private final MappingJson mappings;
  private final ObjectMapper json;

  RememberedMappings(JdbcClient jdbc, MappingJson mappings, ObjectMapper json) {
    this.jdbc = jdbc;
    this.mappings = mappings;
    this.json = json;
  }

  Optional<RememberedMapping> of(Header header) {
    return jdbc.sql(READ + " where fingerprint = :fingerprint and forgotten_at is null")
        .param("fingerprint", fingerprint(header))
        .query((row, n) -> read(row))
        .optional();
  }

  Optional<RememberedMapping> one(long id) {
    return jdbc.sql(READ + " where m.id = :id")
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  /** By name; there are as many as the firm has kinds of files. */
  List<RememberedMapping> all() {
    return jdbc.sql(READ + " where forgotten_at is null order by lower(m.name), m.id")
        .query((row, n) -> read(row))
        .list();
  }

  private RememberedMapping read(ResultSet row) throws SQLException {
    return new RememberedMapping(
        row.getLong("id"),
        row.getString("name"),
        List.of(json.readValue(row.getString("header"), String[].class)),
        mappings.read(row.getString("mapping")),
        row.getString("member"),
        row.getTimestamp("changed_at").toInstant());
  }

  void keep(Header header, String name, Mapping mapping, Actor actor) {
    jdbc.sql(
            """
            insert into import_mapping (fingerprint, name, header, mapping, member_id)
            values (:fingerprint, :name, :header::jsonb, :mapping::jsonb, :member)
            on conflict (fingerprint) do update
               set name = excluded.name, mapping = excluded.mapping, member_id = excluded.member_id,
                   forgotten_at = null, changed_at = clock_timestamp()
            """)
        .param("fingerprint", fingerprint(header))
        .param("name", name)
        .param("header", header.json(json))
        .param("mapping", mappings.written(mapping))
        .param("member", actor.member())
        .update();
  }

  boolean forget(long id, boolean forgotten) {
    return jdbc.sql(
                """
                update import_mapping set forgotten_at = case when :forgotten then clock_timestamp() end
                where id = :id
                """)
            .param("forgotten", forgotten)
            .param("id", id)
            .update()
        == 1;
  }

  /** The names of the columns whatever their order. */
  static String fingerprint(Header header) {
    var names = String.join("\u001f", header.columns().keySet().stream().sorted().toList());
    return Sha256.hex(names);
  }

  /** Where a name is left out. */
  static String named(@Nullable String name, String fileName) {
    return name == null || name.isBlank() ? fileName : Values.shown(name.strip());
  }
}
