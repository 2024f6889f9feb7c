package dev.winback.shop;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Any bytes as the body of a webhook. */
class WebhookFuzz {

  private static final ObjectMapper JSON = new ObjectMapper();

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreReadOrRefused(byte[] bytes) {
    try {
      var body = JSON.readTree(bytes);
      Body.text(body, "id");
      Body.items(body);
      Body.units(body);
      Body.money(body, "total");
    } catch (JacksonException | Unreadable refused) {
      // answered with what is wrong
    }
  }
}
