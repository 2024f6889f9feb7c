package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.ObjectMapper;

/**
 * Every endpoint the router knows, as every role, on an own and a foreign record (rules.md,
 * "People"; hold.md 5.2): who is denied is denied before anything is written.
 */
@WebTest
class AccessMatrixTest {

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
              Map.entry("decision", "return"),
              Map.entry("reason", "because"),
              Map.entry("exit", "refused"),
              Map.entry("member", "rep2"),
              Map.entry("theme", "auto"),
              Map.entry("password", "a long password"),
              Map.entry("mode", "off"),
              Map.entry("percent", "10"),
              Map.entry("couponDays", "30"),
              Map.entry("control", "0"),
              Map.entry("days", "90"),
              Map.entry("kind", "loss"),
              Map.entry("from", "2026-01-01"),
              Map.entry("until", "2026-06-01"),
              Map.entry("type", "auto"),
              Map.entry("List-Unsubscribe", "One-Click")));

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired ObjectMapper json;
  @Autowired List<RequestMappingHandlerMapping> routers;

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() {
    var rows = AccessRow.all().stream().map(AccessRow::endpoint).toList();
    assertThat(rows).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(rows)).isEqualTo(endpoints());
  }

  @Test
  void anEndpointWithoutARowIsNoticed() {
    assertThat(endpoints()).contains("GET /lost").isNotEqualTo(new TreeSet<>(List.of("GET /lost")));
  }

  private TreeSet<String> endpoints() {
    return routers.stream()
        .flatMap(router -> router.getHandlerMethods().entrySet().stream())
        .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("dev.winback"))
        .map(Map.Entry::getKey)
        .flatMap(
            info ->
                info.getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            info.getPatternValues().stream()
                                .map(path -> method + " " + plain(path))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A variable's pattern is the router's business. */
  private static String plain(String path) {
    return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }

  @Test
  void eachRoleGetsWhatTheTableSaysAndADeniedCallWritesNothing() {
    stories.admin();
    stories.manager();
    stories.marketing();
    stories.rep("rep2");
    var records = new AccessRecords(stories, jdbc, clock);
    var soft = new SoftAssertions();
    // the denied calls come first: what the others start in the background would be seen in counts
    for (boolean denied : List.of(true, false)) {
      AccessRow.all()
          .forEach(
              row ->
                  check(row, denied, () -> records.create(stories.member("rep", Role.REP)), soft));
    }
    await()
        .until(
            () ->
                jdbc.sql("select count(*) from night where state = 'running'")
                        .query(Long.class)
                        .single()
                    == 0);
    soft.assertAll();
  }

  private void check(
      AccessRow row, boolean denied, Supplier<Map<String, String>> records, SoftAssertions soft) {
    var shared = records.get();
    soft.assertThat(shared).as(row + ": record").containsKey(row.record());
    row.cells().entrySet().stream()
        .filter(cell -> denied != cell.getValue().equals("ok"))
        .forEach(
            cell -> {
              // who erases leaves nothing for the next one
              var own = !denied && row.erases() ? records.get() : shared;
              check(row, cell.getKey(), cell.getValue(), own, soft);
            });
  }

  private void check(
      AccessRow row,
      String who,
      String expected,
      Map<String, String> records,
      SoftAssertions soft) {
    boolean denied = !expected.equals("ok");
    var before = denied ? rowCounts() : Map.of();
    var result = send(row, who, records.getOrDefault(row.record(), ""));
    soft.assertThat(outcome(result)).as(row.endpoint() + " as " + who).isEqualTo(expected);
    if (denied) {
      soft.assertThat(rowCounts()).as(row.endpoint() + " as " + who + " wrote").isEqualTo(before);
    }
  }

  private MvcTestResult send(AccessRow row, String who, String record) {
    var path = row.path().replaceAll("\\{[^}]+}", record);
    var request = withBody(row, path);
    if (LOGINS.containsKey(who)) {
      request.with(user(LOGINS.get(who)));
    }
    if (!row.isApi()) {
      request.with(csrf());
    }
    return mvc.perform(request);
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
            if (!row.method().equals("GET") || List.of("kind", "from", "until").contains(name)) {
              request.param(name, value);
            }
          });
    }
    return request;
  }

  private static Map<String, String> fields(AccessRow row) {
    var fields = new LinkedHashMap<>(FIELDS);
    if (row.path().contains("/letters/")) {
      fields.put("decision", "again");
    }
    return fields;
  }

  /** {@code ok} when the call was let in, whatever became of it then. */
  private static String outcome(MvcTestResult result) {
    if (result.getUnresolvedException() != null) {
      return "fault " + result.getUnresolvedException();
    }
    var response = result.getResponse();
    int status = response.getStatus();
    var target = response.getRedirectedUrl();
    if (status == 401 || target != null && target.endsWith("/login") && !isDoor(result)) {
      return "login";
    }
    return status == 403 || status == 404 || status >= 500 ? "" + status : "ok";
  }

  private static boolean isDoor(MvcTestResult result) {
    return result.getRequest().getRequestURI().equals("/setup");
  }

  private Map<String, Long> rowCounts() {
    return jdbc
        .sql(
            """
            select relname, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(relname),
                   false, true, '')))[1]::text::bigint as n
            from pg_stat_user_tables where schemaname = 'public' and relname not like 'flyway%'
            """)
        .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
