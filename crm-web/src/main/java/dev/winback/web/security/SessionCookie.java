package dev.winback.web.security;

import dev.winback.shared.Settings;
import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/** Behind https the session's cookie is bound to this host and never leaves in the clear. */
@Component
class SessionCookie implements ServletContextInitializer {

  private final Settings settings;

  SessionCookie(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void onStartup(ServletContext context) {
    if ("https".equals(settings.baseUrl().getScheme())) {
      context.getSessionCookieConfig().setName("__Host-session");
      context.getSessionCookieConfig().setSecure(true);
      context.getSessionCookieConfig().setPath("/");
    }
  }
}
