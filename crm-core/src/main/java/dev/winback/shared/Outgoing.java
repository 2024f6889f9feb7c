package dev.winback.shared;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one way out to addresses that people typed: so long in all, no redirect, no cookie, no second
 * try of its own, and only to what {@link Destination} has checked, whatever the name says a moment
 * later.
 */
public final class Outgoing implements AutoCloseable {

  private static final int CONNECT_SECONDS = 5;

  /** The status, the first bytes of the body, as many as were asked for, and where it goes on. */
  public record Reply(int code, byte[] body, @Nullable String link) {}

  private final Duration limit;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "outgoing-limit");
            thread.setDaemon(true);
            return thread;
          });

  /** Hosts of which the predicate is true may be inside. */
  public Outgoing(Predicate<String> insideToo, Duration limit) {
    this.limit = limit;
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections(insideToo))
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

  private static HttpClientConnectionManager connections(Predicate<String> insideToo) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new Checked(insideToo))
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                .setTimeToLive(Timeout.ofMinutes(1))
                .build())
        .build();
  }

  /** The connection is made to what this returns: there is no second look-up to fool. */
  private record Checked(Predicate<String> insideToo) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return Destination.addresses(host, insideToo.test(host));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  public Reply get(URI address, Map<String, String> headers, int most) throws IOException {
    return ask(new HttpGet(address), headers, most);
  }

  public Reply post(URI address, Map<String, String> headers, String json, int most)
      throws IOException {
    var post = new HttpPost(address);
    post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    return ask(post, headers, most);
  }

  private Reply ask(HttpUriRequestBase request, Map<String, String> headers, int most)
      throws IOException {
    headers.forEach(request::setHeader);
    // who drips a byte a second would never run into a timeout of reading
    var over = alarm.schedule(request::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = client.executeOpen(null, request, null)) {
      var link = response.getFirstHeader("Link");
      return new Reply(
          response.getCode(),
          beginning(response.getEntity(), most),
          link == null ? null : link.getValue());
    } catch (IOException | RuntimeException e) {
      if (request.isCancelled()) {
        throw new InterruptedIOException("no answer in time");
      }
      throw e;
    } finally {
      over.cancel(false);
    }
  }

  private static byte[] beginning(@Nullable HttpEntity entity, int most) throws IOException {
    return entity == null ? new byte[0] : entity.getContent().readNBytes(most);
  }

  @Override
  public void close() throws IOException {
    alarm.shutdownNow();
    client.close();
  }
}
