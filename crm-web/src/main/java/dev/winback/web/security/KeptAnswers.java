package dev.winback.web.security;

import dev.winback.importing.Repeats;
import dev.winback.importing.Repeats.Answer;
import dev.winback.shared.Refused;
import dev.winback.web.api.BodyTooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The same {@code POST} with the same {@code Idempotency-Key} is done once and answered alike (I8):
 * a file whose answer was lost on the way is one run, a person is one person.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeptAnswers extends OncePerRequestFilter {

  private static final String KEY = "Idempotency-Key";

  /** Keep their key with what they store, in one transaction. */
  private static final Pattern OWN =
      Pattern.compile(
          "/api/v1/(customers|purchases|contacts|requests|complaints|carts|payments|referrals|refunds"
              + "|tasks/[^/]+/calls|hooks/.*)");

  private final Repeats repeats;
  private final ApiProblems problems;

  KeptAnswers(Repeats repeats, ApiProblems problems) {
    this.repeats = repeats;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var key = request.getHeader(KEY);
    return !"POST".equals(request.getMethod())
        || key == null
        || key.isBlank()
        || request.getUserPrincipal() == null
        || !request.getRequestURI().startsWith("/api/v1/")
        || OWN.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      var read = LargeBodies.multipart(request) ? request : new ReadRequest(request);
      var given = given(read, RequestHash.of(read));
      if (given.isPresent()) {
        write(given.get(), response);
      } else {
        answer(read, response, chain);
      }
    } catch (BodyTooLarge tooLarge) {
      problems.tooLarge(response);
    } catch (Refused refused) {
      problems.refused(refused, response);
    }
  }

  private Optional<Answer> given(HttpServletRequest request, String hash) {
    return repeats.given(request.getHeader(KEY), hash, request.getUserPrincipal().getName());
  }

  private static void write(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    header(response, HttpHeaders.LOCATION, answer.location());
    header(response, HttpHeaders.ETAG, answer.etag());
    var body = answer.body();
    if (body != null) {
      response.setContentType(answer.mediaType());
      response.getOutputStream().write(body);
    }
  }

  private static void header(HttpServletResponse response, String name, @Nullable String value) {
    if (value != null) {
      response.setHeader(name, value);
    }
  }

  /** Who was refused has done nothing and may use the key again. */
  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(KEY);
    var login = request.getUserPrincipal().getName();
    var heard = new ContentCachingResponseWrapper(response);
    // what threw, or could not be answered, may be done all the same: its key stays open (I8)
    chain.doFilter(request, heard);
    var status = HttpStatusCode.valueOf(heard.getStatus());
    if (status.is4xxClientError()) {
      repeats.release(key, login);
    } else if (status.is2xxSuccessful()) {
      repeats.keep(key, login, said(heard));
    }
    heard.copyBodyToResponse();
  }

  private static Answer said(ContentCachingResponseWrapper heard) {
    return new Answer(
        heard.getStatus(),
        heard.getHeader(HttpHeaders.LOCATION),
        heard.getHeader(HttpHeaders.ETAG),
        heard.getContentType(),
        heard.getContentAsByteArray());
  }
}
