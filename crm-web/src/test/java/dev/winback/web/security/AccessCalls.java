package dev.winback.web.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.ObjectMapper;

/**
 * Sends to every endpoint a call that is complete enough to be refused for nothing but its sender.
 */
class AccessCalls {

  private static final Map<String, String> LOGINS =
      Map.of(
          "admin", "admin",
          "manager", "manager",
          "rep", "rep",
          "rep_foreign", "rep2",
          "marketing", "marketing");

  /** Enough for every form and body to be read; whether it is then refused is another matter. */
  private static final Map<String, String> FIELDS =
      new LinkedHashMap<>(
          Map.ofEntries(
              Map.entry("result", "not_there"),
              Map.entry("note", "x"),
              Map.entry("aim", "x"),
              Map.entry("decision", "return"),
              Map.entry("reason", "because"),
              Map.entry("exit", "refused"),
              Map.entry("member", "rep2"),
              Map.entry("theme", "auto"),
              Map.entry("password", "a long password"),
              Map.entry("current", "demo"),
              Map.entry("mode", "off"),
              Map.entry("percent", "10"),
              Map.entry("couponDays", "30"),
              Map.entry("control", "0"),
              Map.entry("days", "90"),
              Map.entry("kind", "loss"),
              Map.entry("from", "2026-01-01"),
              Map.entry("until", "2026-06-01"),
              Map.entry("day", "2026-06-01"),
              Map.entry("channel", "phone"),
              Map.entry("title", "x"),
              Map.entry("type", "auto"),
              Map.entry("scopes", "read"),
              Map.entry("all", "true"),
              Map.entry("severity", "3"),
              Map.entry("words", "x"),
              Map.entry("question", "Why?"),
              Map.entry("topic", "what"),
              Map.entry("criterion", "rude"),
              Map.entry("lapse", "1"),
              Map.entry("pair", "a~b"),
              Map.entry("at", "2027-06-01T10:00:00"),
              Map.entry("dueOn", "2027-06-01"),
              Map.entry("List-Unsubscribe", "One-Click")));

  private final MockMvcTester mvc;
  private final JdbcClient jdbc;
  private String seen = "";
  private Map<String, String> contents = Map.of();
  private final ObjectMapper json;

  AccessCalls(MockMvcTester mvc, JdbcClient jdbc, ObjectMapper json) {
    this.mvc = mvc;
    this.jdbc = jdbc;
    this.json = json;
  }

  MvcTestResult send(AccessRow row, String who, String record) {
    var request = request(row, record);
    if (LOGINS.containsKey(who)) {
      request.with(user(LOGINS.get(who)));
    }
    if (!row.isApi()) {
      request.with(csrf());
    }
    return mvc.perform(request);
  }

  /** The same call by this member, as he once signed in. */
  MvcTestResult send(AccessRow row, UserDetails member, String record) {
    return mvc.perform(request(row, record).with(user(member)).with(csrf()));
  }

  /** The same call by a program with this key. */
  MvcTestResult sendWithKey(AccessRow row, String key, String record) {
    return mvc.perform(request(row, record).header("Authorization", "Bearer " + key));
  }

  private AbstractMockHttpServletRequestBuilder<?> request(AccessRow row, String record) {
    return withBody(row, path(row, record));
  }

  /** A record inside another one is told by two words: one for each variable. */
  private static String path(AccessRow row, String record) {
    var path = row.path();
    for (var word : record.split(" ")) {
      path = path.replaceFirst("\\{[^}]+}", word);
    }
    return path.replaceAll("\\{[^}]+}", record);
  }

  private AbstractMockHttpServletRequestBuilder<?> withBody(AccessRow row, String path) {
    if (row.endpoint().startsWith("POST") && row.path().endsWith("imports")) {
      return MockMvcRequestBuilders.multipart(path)
          .file(new MockMultipartFile("file", "a.csv", "text/csv", "customer\nX".getBytes()))
          .param("type", "auto");
    }
    var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), path);
    if (row.isApi() && !row.method().equals("GET")) {
      request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(fields(row)));
      request.header("Idempotency-Key", "k" + path);
    } else {
      FIELDS.forEach(
          (name, value) -> {
            if (!row.method().equals("GET") || asksFor(row, name)) {
              request.param(name, value);
            }
          });
    }
    return request;
  }

  /** Pages leave out what they do not know; the API refuses it, and needs none of these. */
  private static boolean asksFor(AccessRow row, String name) {
    return !row.isApi() && List.of("kind", "from", "until").contains(name);
  }

  private static Map<String, String> fields(AccessRow row) {
    var fields = new LinkedHashMap<>(FIELDS);
    if (row.path().contains("/letters/")) {
      fields.put("decision", "again");
    }
    return fields;
  }

  /** {@code ok} when the call was let in, whatever became of it then. */
  static String outcome(MvcTestResult result) {
    if (result.getUnresolvedException() != null) {
      return "fault " + result.getUnresolvedException();
    }
    var response = result.getResponse();
    int status = response.getStatus();
    var target = response.getRedirectedUrl();
    if (status == 401
        || target != null && target.matches(".*/login(\\?ended)?") && !isDoor(result)) {
      return "login";
    }
    return status == 403 || status == 404 || status >= 500 ? "" + status : "ok";
  }

  private static boolean isDoor(MvcTestResult result) {
    return result.getRequest().getRequestURI().equals("/setup");
  }

  /** Whether this call added, changed or took away a row of any table. */
  boolean wrote(Runnable call) {
    var before = contents();
    call.run();
    return !contents().equals(before);
  }

  /**
   * Every writer takes a number of its own; each entry of who was denied or read is one. A webhook
   * that was refused is counted on purpose.
   */
  private String writers() {
    return jdbc.sql(
            """
            select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                    - (select count(*) from audit where kind in ('DENIAL', 'READ', 'EXPORT')))::text
            """)
        .query(String.class)
        .single();
  }

  /**
   * What stands in every table, but for the keys, which remember when they were used, and counts of
   * refused webhooks; read anew only where a transaction has written since.
   */
  private Map<String, String> contents() {
    var writers = writers();
    if (!writers.equals(seen)) {
      contents = read();
      seen = writers;
    }
    return contents;
  }

  private Map<String, String> read() {
    return jdbc
        .sql(
            """
            select relname, md5(query_to_xml('select * from ' || quote_ident(relname) || ' t order by t::text',
                   false, true, '')::text) as content
            from pg_stat_user_tables
            where schemaname = 'public' and relname not like 'flyway%' and relname not like 'audit%'
              and relname not in ('api_key', 'shop_refusal')
            """)
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
