package dev.winback.web.security;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before the program sees it (an address that is odd or too long) is
 * answered with a plain page of ours and a way back, not with the server's own.
 */
@Component
class PlainFaults implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>%1$s</title></head>
      <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">%3$s</a></p></main></body></html>
      """;

  private final MessageSource messages;

  PlainFaults(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    var page = PAGE.formatted(said("400"), said("400.what"), said("home"));
    server.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Answer(page)));
  }

  private String said(String key) {
    return messages.getMessage("layout.error." + key, null, Locale.ENGLISH);
  }

  /** Says no more than that: neither which server it is nor what it read. */
  private static class Answer extends ErrorReportValve {

    private final String page;

    Answer(String page) {
      this.page = page;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
      if (response.getStatus() < 400 || response.getContentWritten() > 0) {
        return;
      }
      if (response.setErrorReported()) {
        write(response);
      }
    }

    private void write(Response response) {
      response.setContentType("text/html");
      response.setCharacterEncoding("utf-8");
      response.setHeader("Content-Security-Policy", POLICY);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "no-referrer");
      response.setHeader("Cache-Control", "no-store");
      try {
        var out = response.getReporter();
        if (out != null) {
          out.write(page);
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException gone) {
        // whoever asked is no longer there
      }
    }
  }
}
