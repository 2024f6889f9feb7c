package dev.winback.shop;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winback.customer.Phones;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Any bytes as the body of a webhook, read to the end as each of the topics. */
class WebhookFuzz {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Buyer BUYER = new Buyer(Phones.german());
  private static final ShopifyBody SHOPIFY = new ShopifyBody(BUYER);
  private static final WooBody WOO = new WooBody(BUYER);
  private static final List<String> TOPICS =
      List.of("orders/updated", "checkouts/update", "customers/update", "customers/redact");

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreReadOrRefused(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    try {
      var body = JSON.readTree(Arrays.copyOfRange(bytes, 1, bytes.length));
      int topic = Math.floorMod(bytes[0], 6);
      if (topic < 4) {
        SHOPIFY.read(TOPICS.get(topic), body);
      } else {
        WOO.read(topic == 4 ? "order.updated" : "customer.updated", body, "woo");
      }
    } catch (JacksonException | Unreadable | NotForUs refused) {
      // answered with what is wrong
    }
  }
}
