package dev.winback.web.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Webhooks of shops at the front door (formats.md): signed, without a login, at both addresses. */
@WebTest
class HooksTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void connect() {
    stories.admin();
    var shop =
        """
        {"system": "shopify", "address": "firm.myshopify.com", "hookSecret": "s3cret"}
        """;
    assertThat(
            mvc.post()
                .uri("/api/v1/shops")
                .with(httpBasic("admin", Stories.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(shop))
        .hasStatus(201);
  }

  @Test
  void aSignedDeliveryIsStoredAndAnsweredAtBothAddresses() throws GeneralSecurityException {
    assertThat(shopify("/hooks/shopify", "1", sign("{}", "s3cret"))).hasStatusOk();
    assertThat(shopify("/api/v1/hooks/shopify", "2", sign("{}", "s3cret"))).hasStatusOk();
    assertThat(deliveries()).isEqualTo(2);
  }

  @Test
  void anotherSignatureOrNoneIsRefusedAndNothingIsStored() throws GeneralSecurityException {
    assertThat(shopify("/hooks/shopify", "1", sign("{}", "other"))).hasStatus(401);
    assertThat(shopify("/hooks/shopify", "1", "")).hasStatus(401);
    assertThat(deliveries()).isZero();
  }

  @Test
  void aShopThatTriesItsWebhookIsAnswered() {
    assertThat(mvc.post().uri("/hooks/woocommerce").content("webhook_id=7")).hasStatusOk();
    assertThat(deliveries()).isZero();
  }

  @Test
  void whoSaysNeitherTopicNorSignatureIsNoShopOfShopify() {
    assertThat(mvc.post().uri("/hooks/shopify").content("{}")).hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Shopify-", "Shopify-"})
  void headersOfBothFormsAreRead(String form) throws GeneralSecurityException {
    assertThat(signed(form).header(form + "Topic", "orders/create")).hasStatusOk();
    assertThat(one("select topic || ' ' || delivery from shop_delivery"))
        .isEqualTo("orders/create 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Shopify-", "Shopify-"})
  void whatShopifySignsWithoutATopicIsRefusedAndTold(String form) throws GeneralSecurityException {
    assertThat(signed(form)).hasStatus(401);
    assertThat(deliveries()).isZero();
    assertThat(mvc.get().uri("/settings/shops").with(user("admin").roles("ADMIN")))
        .bodyText()
        .contains("Shopify: one webhook was refused", "no header says what it tells of");
  }

  private MockMvcTester.MockMvcRequestBuilder signed(String form) throws GeneralSecurityException {
    return mvc.post()
        .uri("/hooks/shopify")
        .header(form + "Webhook-Id", "7")
        .header(form + "Shop-Domain", "firm.myshopify.com")
        .header(form + "Hmac-SHA256", sign("{}", "s3cret"))
        .content("{}");
  }

  @Test
  void moreThanFiveMegabytesAreRefused() throws GeneralSecurityException {
    var body = " ".repeat(5 * 1024 * 1024 + 1);
    assertThat(
            mvc.post()
                .uri("/hooks/shopify")
                .header("X-Shopify-Topic", "orders/create")
                .header("X-Shopify-Hmac-SHA256", sign(body, "s3cret"))
                .content(body))
        .hasStatus(413);
  }

  /** Only of Shopify: WooCommerce cannot be asked who changed. */
  @Test
  void thePageTellsOfEachKindWhenItWasAskedFor() {
    jdbc.sql("update shop set api_secret = 't', asked_at = now(), customers_failure = 'HTTP 403'")
        .update();
    var page = mvc.get().uri("/settings/shops").with(user("admin").roles("ADMIN"));
    assertThat(page).bodyText().contains("<div>orders: ", "<div>customers: failed: HTTP 403");
    jdbc.sql("update shop set system = 'woocommerce'").update();
    assertThat(page).bodyText().contains("<div>orders: ").doesNotContain("<div>customers: ");
  }

  @Test
  void thePageNamesTheShopAndNeverItsSecret() {
    var page = mvc.get().uri("/settings/shops").with(user("admin").roles("ADMIN"));
    assertThat(page)
        .bodyText()
        .contains("firm.myshopify.com", "/hooks/shopify")
        .doesNotContain("s3cret");
  }

  /** DET-11: without them no cart of Shopify ever comes. */
  @Test
  void thePageNamesTheTopicsOfCarts() {
    var page = mvc.get().uri("/settings/shops").with(user("admin").roles("ADMIN"));
    assertThat(page).bodyText().contains("checkout creation", "checkout update");
  }

  @Test
  void thePageTellsWhatWasRefusedLately() throws GeneralSecurityException {
    var page = mvc.get().uri("/settings/shops").with(user("admin").roles("ADMIN"));
    assertThat(page).bodyText().doesNotContain("Refused lately");
    assertThat(shopify("/hooks/shopify", "1", sign("{}", "other"))).hasStatus(401);
    assertThat(page)
        .bodyText()
        .contains("Refused lately", "Shopify: one webhook was refused", "firm.myshopify.com")
        .contains("The signature does not fit");
  }

  @Test
  void aWrongEntrySaysWhatIsWanted() {
    var entry =
        mvc.post()
            .uri("/settings/shops")
            .with(user("admin").roles("ADMIN"))
            .with(csrf())
            .param("system", "WOOCOMMERCE")
            .param("address", "http://10.0.0.1")
            .param("hookSecret", "x");
    assertThat(entry).hasStatus(422).bodyText().contains("https://");
  }

  private MvcTestResult shopify(String address, String delivery, String signature) {
    return mvc.post()
        .uri(address)
        .header("X-Shopify-Topic", "orders/create")
        .header("X-Shopify-Webhook-Id", delivery)
        .header("X-Shopify-Shop-Domain", "firm.myshopify.com")
        .header("X-Shopify-Hmac-SHA256", signature)
        .content("{}")
        .exchange();
  }

  /** Written anew, so that the product's own signature is not its own witness. */
  private static String sign(String body, String secret) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private long deliveries() {
    return jdbc.sql("select count(*) from shop_delivery").query(Long.class).single();
  }
}
