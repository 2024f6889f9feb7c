package dev.winback.web.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files and facts over HTTP, in the shapes of api.md. */
@WebTest
class ImportWebTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @Test
  void aFileIsAcceptedAndItsRunHasTheAgreedShape() {
    var location = upload("customer,time,amount\n1,2026-05-01,5.50\n2,2026-02-31,1\n");
    var run = finished(location);
    assertThat(run)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"id":"1","state":"done","rows":2,"created":1,"changed":0,"same":0,"rejected":1,"moneyTotal":"5.50"}
            """);
    assertThat(run).bodyJson().hasPath("$.format").hasPath("$.seconds");
  }

  @Test
  void thePageOfARunSaysWhatTheFileSaidInVain() throws Exception {
    finished(upload("customer,time,amount,colour\n1,2026-05-01,5.50,red\n"));
    finished(upload("customer,owner\n1,rep\n2,marketing\n"));
    assertThat(page("1")).contains("One column is read by nobody: colour.");
    assertThat(page("2")).contains("One row names an owner who takes no customers", "line 3");
    finished(upload("customer,name\n1,Anna\n"));
    assertThat(page("3")).doesNotContain("in-vain");
  }

  /** An export whose filter left everything out. */
  @Test
  void aFileOfAHeaderAloneSaysSoAndOffersNothingToLoad() throws Exception {
    finished(upload("customer,name\n"));
    assertThat(page("1")).contains("a header and no rows").doesNotContain("Import for real");
    finished(upload("customer,name\n1,Anna\n"));
    assertThat(page("2")).doesNotContain("a header and no rows");
  }

  /** A firm in dollars that had not set its currency got zeros everywhere, and nothing said why. */
  @Test
  void whoseMoneyIsMostlyNotTheFirmsIsToldOnTheDryRunAndOnTheResult() throws Exception {
    var head = "customer,purchase,time,amount,currency\n";
    var mixed = head + "1,a,2026-05-01,5,USD\n2,b,2026-05-02,5,USD\n3,c,2026-05-02,500,EUR\n";
    finished(upload(mixed));
    assertThat(page("1"))
        .contains("Most of these orders are in USD, and this firm counts in EUR")
        .contains("WINBACK_CURRENCY=USD");
    finished(upload(head + "1,d,2026-05-01,5,USD\n2,e,2026-05-02,5,EUR\n3,f,2026-05-02,5,EUR\n"));
    assertThat(page("2")).doesNotContain("in-vain");
  }

  /** Customers, then orders, is the natural order, and looked like a failure. */
  @Test
  void customersOfAShopThatCameBeforeTheirOrdersLeadToTheOrders() throws Exception {
    var head =
        "First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders\n"
            + "Ann,A,ann@example.org,yes,1463350.30,12\n";
    finished(upload(head));
    assertThat(page("1"))
        .contains("Now load the orders of these customers", "counts 12 of them, 1,463,350.30")
        .doesNotContain("another number of orders");
  }

  private String page(String run) throws Exception {
    var page = mvc.get().uri("/settings/imports/" + run).with(user("manager")).exchange();
    assertThat(page).hasStatusOk();
    return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void ofAFailedRunNothingIsStoredSoThatThereIsNothingToTakeBack() {
    var location = upload("foo,bar\n1,2\n");
    finished(location);
    for (int tries = 0; tries < 2; tries++) {
      var answer = mvc.delete().uri(location).with(httpBasic("manager", "demo")).exchange();
      assertThat(answer)
          .hasStatus(409)
          .bodyJson()
          .extractingPath("$.detail")
          .isEqualTo("Nothing of this import is stored, so there is nothing to take back.");
    }
  }

  @Test
  void rejectedRowsComeBackAsTheyCameWithLineColumnAndReason() throws Exception {
    var location =
        upload("customer,time,amount,items\n2,2026-02-31,-12.50,=1+1\n3,2026-05-01,1,@x,more\n");
    finished(location);
    var csv = mvc.get().uri(location + "/errors.csv").with(httpBasic("manager", "demo")).exchange();
    assertThat(csv).hasStatusOk();
    assertThat(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
        .startsWith("\uFEFFcustomer,time,amount,items,_line,_column,_error")
        .contains("2,2026-02-31,-12.50,'=1+1,2,time,")
        .contains("3,2026-05-01,1,'@x,3,,\"The row has 5 cells, the header has 4")
        .endsWith("?\",more\r\n")
        .contains("2026-02-31\"\" is not a day of the calendar");
  }

  /** Loaded again with the corrected ones it would put back what the later row had told since. */
  @Test
  void aRowThatALaterOneOvertookIsNotInTheFileToCorrect() throws Exception {
    var location =
        upload(
            "customer,purchase,time,amount\n2,p1,2026-05-01,10\n2,p1,2026-05-01,12\n3,p2,never,1\n");
    finished(location);
    assertThat(errors(location + "/errors.csv"))
        .doesNotContain("2,p1,")
        .contains("3,p2,never,1,4,time,");
    assertThat(errors(location + "/errors.csv?code=duplicate"))
        .contains("2,p1,2026-05-01,10,2,purchase,")
        .doesNotContain("3,p2,");
    var run = location.substring(location.lastIndexOf('/') + 1);
    assertThat(page(run)).contains("One row is not in the file to correct");
    assertThat(page(run + "/problems")).contains("Rows to correct");
    assertThat(errors(location + "/errors.csv?column=time&code=date"))
        .contains("3,p2,never")
        .doesNotContain("2,p1,");
  }

  @Test
  void whereAllRowsWereOvertakenNoFileToCorrectIsOffered() throws Exception {
    var location =
        upload("customer,purchase,time,amount\n2,p1,2026-05-01,10\n2,p1,2026-05-01,12\n");
    finished(location);
    var run = location.substring(location.lastIndexOf('/') + 1);
    assertThat(page(run)).doesNotContain("Rows to correct");
    assertThat(page(run + "/problems")).doesNotContain("Rows to correct", "errors.csv");
    assertThat(page(run + "/problems?column=purchase&code=duplicate"))
        .contains("These rows", "errors.csv?column=purchase&amp;code=duplicate");
  }

  private String errors(String address) {
    var csv = mvc.get().uri(address).with(httpBasic("manager", "demo")).exchange();
    assertThat(csv).hasStatusOk();
    return new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void thePageRemembersOfWhichShopTheLastOrdersWere() {
    var orders =
        "order_id,order_date,status,order_total,billing_email\n7,2026-05-01,completed,9,a@example.org\n";
    var answer =
        mvc.post()
            .uri("/settings/imports")
            .multipart()
            .file(file(orders))
            .param("shop", "b.example.org")
            .with(user("marketing"))
            .with(csrf())
            .exchange();
    var page = answer.getResponse().getRedirectedUrl();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(mvc.get().uri(page).with(user("marketing")))
                    .bodyText()
                    .contains("Orders of the shop b.example.org,")
                    .doesNotContain("every 1s"));
    assertThat(mvc.get().uri("/settings/imports").with(user("marketing")))
        .bodyText()
        .containsPattern("id=\"shop\"[^>]* value=\"b.example.org\"");
    assertThat(
            mvc.get()
                .uri("/api/v1" + page.substring("/settings".length()))
                .with(httpBasic("marketing", "demo")))
        .bodyJson()
        .extractingPath("$.shop")
        .isEqualTo("b.example.org");
    assertThat(
            mvc.post()
                .uri("/api/v1/imports")
                .multipart()
                .file(file(orders))
                .param("shop", "my shop")
                .with(httpBasic("manager", "demo"))
                .exchange())
        .hasStatus(422)
        .bodyText()
        .contains("is not the host of a shop");
  }

  /** UND: what was wrong, where, what is allowed, and nothing lost. */
  @Test
  void aHostThatIsNoneIsSaidInTheFormAndWhatWasTypedStays() {
    var answer =
        mvc.post()
            .uri("/settings/imports")
            .multipart()
            .file(file("customer,time,amount\n1,2026-05-01,5\n"))
            .param("type", "purchases")
            .param("shop", "my shop")
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(answer)
        .hasStatus(422)
        .bodyText()
        .contains("&quot;my shop&quot; is not the host of a shop; write it like shop2.example.org")
        .contains("Choose the file again")
        .contains("value=\"my shop\"", "aria-invalid=\"true\"")
        .containsPattern("value=\"purchases\" selected")
        .doesNotContainPattern("id=\"dryRun\"[^>]*checked");
    assertThat(jdbc.sql("select count(*) from import_run").query(Long.class).single()).isZero();
  }

  @Test
  void withoutAFileNothingIsBegun() {
    var answer =
        mvc.post()
            .uri("/settings/imports")
            .multipart()
            .file(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]))
            .param("dryRun", "true")
            .with(user("manager"))
            .with(csrf())
            .exchange();
    assertThat(answer).hasStatus(422).bodyText().contains("Choose a file", "checked");
    assertThat(jdbc.sql("select count(*) from import_run").query(Long.class).single()).isZero();
  }

  @Test
  void thePageLoadsAFileAndShowsHowItWent() {
    var answer =
        mvc.post()
            .uri("/settings/imports")
            .multipart()
            .file(file("customer,time,amount\n1,2026-05-01,5.50\n9,2026-05-01,x\n"))
            .param("dryRun", "true")
            .with(user("marketing"))
            .with(csrf())
            .exchange();
    assertThat(answer).hasStatus3xxRedirection();
    var page = answer.getResponse().getRedirectedUrl();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(mvc.get().uri(page + "/progress").with(user("marketing")))
                    .bodyText()
                    .doesNotContain("every 1s"));
    assertThat(mvc.get().uri(page).with(user("marketing")))
        .hasStatusOk()
        .bodyText()
        .contains("Tried, nothing stored")
        .contains("Import for real")
        .contains("€5.50")
        .contains("is not a number")
        .doesNotContain("??");
    assertThat(mvc.get().uri("/settings/imports").with(user("marketing")))
        .hasStatusOk()
        .bodyText()
        .contains("file.csv")
        .doesNotContain("??");
    assertThat(mvc.get().uri("/settings/imports").with(user("rep"))).hasStatus(403);
  }

  @Test
  void theSamplesAreThereAndGoInWhole() throws Exception {
    for (var name :
        List.of("customers", "purchases", "contacts", "carts", "complaints", "refunds")) {
      var sample = mvc.get().uri("/samples/" + name + ".csv").with(user("manager")).exchange();
      assertThat(sample).hasStatusOk();
      var run =
          finished(
              upload(
                  new String(
                      sample.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)));
      assertThat(run).bodyJson().extractingPath("$.rejected").isEqualTo(0);
      assertThat(run).bodyJson().extractingPath("$.created").isNotEqualTo(0);
    }
  }

  @Test
  void aPurchaseIsStoredOnce() {
    var body =
        "{\"customer\":\"K1\",\"purchase\":\"P1\",\"time\":\"2026-05-01T10:00:00Z\",\"amount\":\"12.30\",\"currency\":\"EUR\"}";
    assertThat(post("/api/v1/purchases", body, "manager", null))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"created\":1,\"changed\":0,\"same\":0}");
    assertThat(post("/api/v1/purchases", body, "manager", null))
        .bodyJson()
        .isLenientlyEqualTo("{\"created\":0,\"changed\":0,\"same\":1}");
    assertThat(post("/api/v1/purchases", body, "rep", null)).hasStatus(403);
  }

  @Test
  void oneBadFactOfAnArrayStoresNoneAndIsNamed() {
    var body =
        """
        [{"customer":"K1","time":"2026-05-01","amount":1},
         {"customer":"K1","time":"2026-02-31","amount":"12,34,56"},
         {"customer":"K1","time":"2026-05-01","amount":"-1"},
         {"customer":"K1","time":"2026-05-01","amount":"1","colour":"red"}]
        """;
    assertThat(post("/api/v1/purchases", body, "manager", null))
        .hasStatus(422)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"field":"time","index":1,"problems":[{"index":1,"field":"time","code":"date"},
             {"index":2,"field":"amount","code":"negative"},{"index":3,"field":"colour","code":"unknown-field"}]}
            """);
    assertThat(jdbc.sql("select count(*) from purchase").query(Long.class).single()).isZero();
  }

  @Test
  void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
    var body =
        "{\"customer\":\"K1\",\"time\":\"2026-05-01\",\"channel\":\"phone\",\"result\":\"talked\"}";
    for (int time = 0; time < 2; time++) {
      assertThat(post("/api/v1/contacts", body, "manager", "key-1"))
          .hasStatusOk()
          .bodyJson()
          .isLenientlyEqualTo("{\"created\":1,\"changed\":0,\"same\":0}");
    }
    assertThat(post("/api/v1/contacts", body.replace("K1", "K2"), "manager", "key-1"))
        .hasStatus(409);
    assertThat(jdbc.sql("select count(*) from contact").query(Long.class).single()).isOne();
  }

  @Test
  void whatIsNoFactIsRefused() {
    assertThat(post("/api/v1/purchases", "[1]", "manager", null)).hasStatus(422);
    assertThat(post("/api/v1/purchases", "{", "manager", null)).hasStatus(400);
    assertThat(mvc.post().uri("/api/v1/imports").multipart().with(httpBasic("manager", "demo")))
        .hasStatus(422);
  }

  private MvcTestResult post(String path, String body, String login, String key) {
    var request =
        mvc.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(httpBasic(login, "demo"));
    return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
  }

  private String upload(String csv) {
    var answer =
        mvc.post()
            .uri("/api/v1/imports")
            .multipart()
            .file(file(csv))
            .with(httpBasic("manager", "demo"))
            .exchange();
    assertThat(answer).hasStatus(202);
    return answer.getResponse().getHeader("Location");
  }

  private static MockMultipartFile file(String csv) {
    return new MockMultipartFile(
        "file", "file.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private MvcTestResult finished(String location) {
    var running = Pattern.compile("\"state\":\"running\"");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(run(location)).bodyText().doesNotContainPattern(running));
    return run(location);
  }

  private MvcTestResult run(String location) {
    return mvc.get().uri(location).with(httpBasic("manager", "demo")).exchange();
  }
}
