package dev.winback.web.security;

import dev.winback.web.api.BodyTooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body of the API is read beyond what one may have, whether its length was said or not; files
 * have their own limit and go to the disk.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeBodies extends OncePerRequestFilter {

  private final ApiProblems problems;

  LargeBodies(ApiProblems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/") || multipart(request);
  }

  static boolean multipart(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long length = request.getContentLengthLong();
    if (length > BodyTooLarge.MOST) {
      problems.tooLarge(response);
    } else {
      chain.doFilter(length < 0 ? new Limited(request) : request, response);
    }
  }

  /** A request that did not say how long its body is. */
  private static final class Limited extends HttpServletRequestWrapper {

    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BodyStream(super.getInputStream(), BodyTooLarge.MOST);
    }
  }
}
