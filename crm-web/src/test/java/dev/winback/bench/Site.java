package dev.winback.bench;

import dev.winback.staff.Staff;
import dev.winback.testing.TestPasswords;
import dev.winback.web.WinbackApplication;
import dev.winback.web.testing.People;
import dev.winback.web.testing.TestClock;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application over one database, and people who are signed in. */
final class Site implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final ConfigurableApplicationContext context;
  private final String address;
  private final Map<String, HttpClient> people = new HashMap<>();

  Site(String url, Path folder) throws SQLException {
    context =
        new SpringApplicationBuilder(
                WinbackApplication.class, TestClock.class, TestPasswords.class, Recording.class)
            .properties(
                "spring.datasource.url=" + url,
                "winback.data-dir=" + folder,
                "server.port=0",
                "winback.zone=Europe/Berlin",
                "winback.demo=false",
                "winback.night.nodes=false",
                "winback.mail.nodes=false")
            .run();
    address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    hire(url);
  }

  private void hire(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      // the next run on a database that is kept has another directory
      statement.execute("update firm set erasures_begun = false");
      if (!hired(statement)) {
        statement.execute("delete from member where login = 'admin'");
        People.hire(context.getBean(Staff.class));
      }
      statement.execute(
          """
          update member set password_hash = (select password_hash from member where login = 'manager')
           where password_hash = '-'
          """);
    }
  }

  /** Data that are kept know them since an earlier run, and the audit says that they signed in. */
  private static boolean hired(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("select from member where login = 'rep2'")) {
      return row.next();
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  List<Asked> statements(Scenario scenario) throws Exception {
    get(scenario);
    return Recording.of(() -> get(scenario));
  }

  String get(Scenario scenario) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address + scenario.path()));
    if (scenario.path().startsWith("/api/")) {
      request.header("Authorization", basic(scenario.login()));
    }
    var answer = client(scenario.login()).send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(scenario + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Sends a form as the page's scripts do; the answer is a part of the page. */
  String post(String login, String path, String form) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("HX-Request", "true")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    var answer = client(login).send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  static String basic(String login) {
    var words = (login + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(words);
  }

  private HttpClient client(String login) throws Exception {
    var known = people.get(login);
    if (known == null) {
      known = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      signIn(known, login);
      people.put(login, known);
    }
    return known;
  }

  /** What a form of this page has to send along. */
  static String token(String page) {
    var token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no token in the page");
    }
    return token.group(1);
  }

  private void signIn(HttpClient client, String login) throws Exception {
    var page = URI.create(address + "/login");
    var form = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    var words = "username=" + login + "&password=" + People.PASSWORD + "&_csrf=" + token(form);
    client.send(
        HttpRequest.newBuilder(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(words))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    context.close();
  }
}
