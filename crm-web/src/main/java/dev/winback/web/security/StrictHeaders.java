package dev.winback.web.security;

import dev.winback.shared.Settings;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** What a browser is told about every answer, so that it does no more than our pages need. */
@Component
class StrictHeaders {

  /** Seconds: two years. */
  private static final long HSTS = 63_072_000;

  private final boolean https;

  StrictHeaders(Settings settings) {
    https = "https".equals(settings.baseUrl().getScheme());
  }

  void harden(HeadersConfigurer<HttpSecurity> headers, String policy) {
    if (https) {
      // the proxy speaks https, and the server does not know it
      headers.httpStrictTransportSecurity(
          strict ->
              strict
                  .requestMatcher(AnyRequestMatcher.INSTANCE)
                  .maxAgeInSeconds(HSTS)
                  .includeSubDomains(false));
    }
    headers
        // frame-ancestors of the policy decides; a letter's preview brings a policy of its own
        .frameOptions(frame -> frame.sameOrigin())
        .contentSecurityPolicy(content -> content.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
        .crossOriginOpenerPolicy(
            opener ->
                opener.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN));
  }
}
