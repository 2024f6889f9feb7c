package dev.winback.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import dev.winback.webhook.MadeWebhook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages on which an administrator keeps what other systems are told (rules.md, "People"). */
@WebTest
class WebhookPagesTest {

  private static final String LIST = "/settings/webhooks";

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.admin();
  }

  @Test
  void anAddressIsAddedItsSecretShownOnceAndATestWritten() {
    assertThat(page(LIST)).hasStatusOk().bodyText().contains("Nobody is told anything yet");
    var made = add("https://hooks.invalid/a", "night.done");
    assertThat(made).hasRedirectedUrl(LIST + "/1");
    var secret =
        (MadeWebhook) Objects.requireNonNull(made.getMvcResult().getFlashMap().get("made"));
    assertThat(secret.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(mvc.get().uri(LIST + "/1").with(user("admin")).flashAttr("made", secret))
        .bodyText()
        .contains(secret.secret());
    assertThat(page(LIST + "/1")).bodyText().doesNotContain("whsec_");
    assertThat(post(LIST + "/1/tests", Map.of())).hasRedirectedUrl(LIST + "/1");
    assertThat(page(LIST + "/1")).bodyText().contains("msg_", "Waiting");
    assertThat(page(LIST + "/1?state=sent")).bodyText().contains("no messages here");
    assertThat(page(LIST + "/1/deliveries.csv?state=due"))
        .bodyText()
        .contains("message,event,state", ",test,due,0");
    assertThat(page(LIST)).bodyText().contains("https://hooks.invalid/a", "night.done");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsAdded() {
    assertThat(add("https://127.0.0.1/x", "night.done"))
        .hasStatus(422)
        .bodyText()
        .contains("inside");
    assertThat(add("http://hooks.invalid/x", "night.done"))
        .hasStatus(422)
        .bodyText()
        .contains("begins with https");
    assertThat(add("nonsense", "night.done")).hasStatus(422);
    assertThat(add("https://hooks.invalid/x", "coffee.ready"))
        .hasStatus(422)
        .bodyText()
        .contains("no event coffee.ready", "https://hooks.invalid/x");
    assertThat(jdbc.sql("select count(*) from webhook").query(Long.class).single()).isZero();
    add("https://hooks.invalid/a", "night.done");
    assertThat(post(LIST + "/1", Map.of("url", "https://10.0.0.1", "events", "night.done")))
        .hasStatus(422);
    assertThat(page(LIST + "/1?state=lost")).hasStatus(422);
  }

  @Test
  void itIsSwitchedOffAndOnChangedRemovedAndTakenBack() {
    add("https://hooks.invalid/a", "night.done");
    for (int i = 0; i < 2; i++) {
      assertThat(post(LIST + "/1/deactivation", Map.of())).hasStatus3xxRedirection();
      assertThat(page(LIST)).bodyText().contains(">Off<");
      assertThat(post(LIST + "/1/activation", Map.of())).hasStatus3xxRedirection();
      assertThat(page(LIST)).bodyText().contains(">On<");
    }
    assertThat(
            post(LIST + "/1", Map.of("url", "https://hooks.invalid/b", "events", "lapse.closed")))
        .hasStatus3xxRedirection();
    assertThat(post(LIST + "/1/secret", Map.of())).hasStatus3xxRedirection();
    assertThat(page(LIST + "/1")).bodyText().contains("hooks.invalid/b", "Two secrets sign until");
    assertThat(post(LIST + "/1/removal", Map.of())).hasRedirectedUrl(LIST);
    assertThat(page(LIST + "/1")).hasStatus(404);
    assertThat(post(LIST + "/1/restoration", Map.of())).hasRedirectedUrl(LIST);
    assertThat(page(LIST + "/1")).hasStatusOk();
    assertThat(actions())
        .contains("webhook.made", "webhook.changed", "webhook.secret-changed", "webhook.removed");
  }

  @Test
  void messagesArePagedByKeyAndSentAgainByHand() {
    add("https://hooks.invalid/a", "night.done");
    for (int i = 0; i < 51; i++) {
      post(LIST + "/1/tests", Map.of());
    }
    var first = page(LIST + "/1");
    assertThat(first).bodyText().contains("rel=\"next\"").doesNotContain("deliveries/1/copies");
    var after = dev.winback.shared.Cursor.encode(2L);
    assertThat(page(LIST + "/1?after=" + after)).bodyText().contains("deliveries/1/copies");
    jdbc.sql("update webhook_delivery set state = 'sent', attempts = 1").update();
    assertThat(post(LIST + "/1/deliveries/7/copies", Map.of())).hasStatus3xxRedirection();
    assertThat(
            jdbc.sql("select id from webhook_delivery where state = 'due'")
                .query(Long.class)
                .list())
        .containsExactly(7L);
  }

  private List<String> actions() {
    return jdbc.sql("select action from audit").query(String.class).list();
  }

  private MvcTestResult add(String url, String event) {
    return post(LIST, Map.of("url", url, "events", event));
  }

  private MvcTestResult page(String path) {
    return mvc.get().uri(path).with(user("admin")).exchange();
  }

  private MvcTestResult post(String path, Map<String, String> form) {
    var request = mvc.post().uri(path).with(user("admin")).with(csrf());
    form.forEach(request::param);
    return request.exchange();
  }
}
