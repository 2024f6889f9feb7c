package dev.winback.script;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Outdated;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The firm's versions of texts: written once each, never changed. */
@Component
class ScriptTexts {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final BusinessClock clock;
  private final Audit audit;

  ScriptTexts(JdbcClient jdbc, ObjectMapper json, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.audit = audit;
  }

  /** One version; a body of null is the shipped text. */
  record Row(String code, int number, String member, Instant savedAt, @Nullable String body) {}

  /** The text in force of each that the firm has changed. */
  Map<String, Row> inForce(String sort) {
    return jdbc
        .sql(
            """
            select distinct on (t.code) t.code, t.number, m.name as member, t.saved_at, t.body::text as body
              from script_text t join member m on m.id = t.member_id
             where t.sort = :sort
             order by t.code, t.number desc
            """)
        .param("sort", sort)
        .query(Row.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Row::code, Function.identity()));
  }

  /** The same of every sort of short texts at once. */
  Map<String, List<Row>> ofShortTexts() {
    return jdbc
        .sql(
            """
            select distinct on (t.sort, t.code) t.sort, t.code, t.number, m.name as member, t.saved_at, t.body::text as body
              from script_text t join member m on m.id = t.member_id
             where t.sort <> 'script'
             order by t.sort, t.code, t.number desc
            """)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("sort"),
                    new Row(
                        row.getString("code"),
                        row.getInt("number"),
                        row.getString("member"),
                        row.getTimestamp("saved_at").toInstant(),
                        row.getString("body"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** All versions of one text, the newest first. */
  List<Row> versions(String sort, String code) {
    return jdbc.sql(
            """
            select t.code, t.number, m.name as member, t.saved_at, t.body::text as body
              from script_text t join member m on m.id = t.member_id
             where t.sort = :sort and t.code = :code
             order by t.number desc
            """)
        .param("sort", sort)
        .param("code", code)
        .query(Row.class)
        .list();
  }

  /** The next version, when nobody wrote one since {@code seen}; its number. */
  int add(String sort, String code, int seen, @Nullable Object body, Actor actor) {
    int rows =
        jdbc.sql(
                """
                insert into script_text (sort, code, number, member_id, saved_at, body)
                select :sort, :code, t.newest + 1, :member, :now, :body::jsonb
                  from (select coalesce(max(number), 0) as newest
                          from script_text
                         where sort = :sort and code = :code) t
                 where t.newest = :seen
                on conflict do nothing
                """)
            .param("sort", sort)
            .param("code", code)
            .param("seen", seen)
            .param("member", actor.member())
            .param("now", clock.utc())
            .param("body", body == null ? null : json.writeValueAsString(body))
            .update();
    if (rows == 0) {
      throw new Outdated("script.refused.changed");
    }
    audit.note(actor, "script.saved", "script", 0, Map.of("sort", sort, "code", code));
    return seen + 1;
  }

  <T> T read(String body, Class<T> type) {
    return json.readValue(body, type);
  }
}
