package dev.winback.inbox;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor says of himself, asked once and not kept: his program, and whether it fetches
 * ahead.
 */
public record Visitor(@Nullable String agent, boolean ahead) {

  /** Programs that look at links for their readers: scanners, image proxies, previews, tools. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "bot\\b|crawl|spider|scan|preview|proxy|ggpht|yahoomail|barracuda|proofpoint|mimecast|safelinks|"
              + "microsoft office|ms-office|outlook-ios/link|curl|wget|python|java/|okhttp|go-http|axios|node-fetch|"
              + "headless|phantom|slack|whatsapp|telegram|facebookexternal|skypeuri|virustotal|urlscan");

  boolean program() {
    return agent == null
        || agent.isBlank()
        || PROGRAM.matcher(agent.toLowerCase(Locale.ROOT)).find();
  }
}
