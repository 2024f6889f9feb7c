package dev.winback.mail;

import dev.winback.shared.Settings;
import dev.winback.webhook.Answer;
import dev.winback.webhook.Destination;
import dev.winback.webhook.DueMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Carries one message: 15 s in all, no redirect, no cookie, no second try of its own, and only to
 * the addresses that {@link Destination} has checked, whatever the name says a moment later.
 */
@Component
class WebhookPoster implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int CONNECT_SECONDS = 5;
  private static final int READ = 2_000;

  private final Duration limit;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "webhook-limit");
            thread.setDaemon(true);
            return thread;
          });

  @Autowired
  WebhookPoster(Settings settings) {
    this(settings.webhooks().privateAddresses(), LIMIT);
  }

  WebhookPoster(boolean privateToo, Duration limit) {
    this.limit = limit;
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections(privateToo))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(limit))
                    .setConnectionRequestTimeout(Timeout.of(limit))
                    .build())
            .setUserAgent("Winback")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  private static HttpClientConnectionManager connections(boolean privateToo) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new Checked(privateToo))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                .setTimeToLive(Timeout.ofMinutes(1))
                .build())
        .build();
  }

  /** The connection is made to what this returns: there is no second look-up to fool. */
  private record Checked(boolean privateToo) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return Destination.addresses(host, privateToo);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  Answer post(DueMessage message) {
    var post = new HttpPost(message.url());
    message.headers().forEach(post::setHeader);
    post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
    // a receiver that drips a byte a second would never run into a timeout of reading
    var over = alarm.schedule(post::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = client.executeOpen(null, post, null)) {
      return new Answer(response.getCode(), beginning(response));
    } catch (IOException | RuntimeException e) {
      return new Answer(0, post.isCancelled() ? "no answer in time" : reason(e));
    } finally {
      over.cancel(false);
    }
  }

  private static String beginning(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    if (entity == null) {
      return "";
    }
    return new String(entity.getContent().readNBytes(READ), StandardCharsets.UTF_8);
  }

  private static String reason(Exception e) {
    var words = e.getMessage();
    return words == null ? e.getClass().getSimpleName() : words;
  }

  @Override
  public void close() throws IOException {
    alarm.shutdownNow();
    client.close();
  }
}
