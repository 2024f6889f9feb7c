package dev.winback.web.security;

import dev.winback.letter.LetterFiles;
import dev.winback.web.layout.Wording;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers who sends more than a file may have, or more than the disk for parts of requests has room
 * for, with a sentence and before a byte of it is read: the server itself closes the door without a
 * word, or breaks off with a fault. Where no file is wanted none is received: whatever asks for a
 * field of the form, as the check for forged requests does, has the whole of it stored.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeUploads extends OncePerRequestFilter {

  /** Beside the file: other parts, and what others send at the same time. */
  private static final long ROOM = 1_000_000;

  private static final String PICTURES = "/letters/files";
  private static final Set<String> TABLES = Set.of("/settings/imports", "/api/v1/imports");

  /** Bytes; a form without a file has less, and a file of letters no more than the other. */
  private static final long SMALL = 64 * 1024;

  private static final long PICTURE = 20_000_000;

  private final long most;
  private final Wording wording;
  private final ObjectMapper json;

  LargeUploads(
      @Value("${spring.servlet.multipart.max-request-size}") DataSize most,
      Wording wording,
      ObjectMapper json) {
    this.most = most.toBytes();
    this.wording = wording;
    this.json = json;
  }

  /** A form that may hold a file, or says not how long it is. */
  static boolean large(HttpServletRequest request) {
    return multipart(request) && length(request) > SMALL;
  }

  private static long length(HttpServletRequest request) {
    boolean unsaid = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    return unsaid ? Long.MAX_VALUE : request.getContentLengthLong();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean table = TABLES.contains(request.getRequestURI());
    if (large(request) && !table && !picture(request)) {
      tell(elsewhere(request), request, response);
    } else if (request.getContentLengthLong() > most) {
      refuse("large", HttpStatus.CONTENT_TOO_LARGE, request, response);
    } else if (multipart(request) && !room(request)) {
      refuse("full", HttpStatus.INSUFFICIENT_STORAGE, request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean picture(HttpServletRequest request) {
    return PICTURES.equals(request.getRequestURI()) && length(request) <= PICTURE;
  }

  private static boolean multipart(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** Each part is first written to the server's own folder, wherever files are kept later. */
  private static boolean room(HttpServletRequest request) {
    var folder = (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
    long needed = Math.max(0, request.getContentLengthLong()) + ROOM;
    return folder == null || !folder.exists() || folder.getUsableSpace() >= needed;
  }

  private String elsewhere(HttpServletRequest request) {
    return PICTURES.equals(request.getRequestURI())
        ? wording.of("letter.refused.file.large", LetterFiles.LARGEST_MB)
        : wording.of("refused.upload-elsewhere");
  }

  /**
   * A program gets fields, a person the sentence: without scripts the browser shows it as it is.
   */
  private void tell(String text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      problem(HttpStatus.CONTENT_TOO_LARGE, text, response);
    } else {
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void refuse(
      String why, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      problem(status, wording.of("refused.import-" + why), response);
    } else {
      response.sendRedirect("/settings/imports?refused=" + why);
    }
  }

  private void problem(HttpStatus status, String text, HttpServletResponse response)
      throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(status, text);
    problem.setProperty("field", "file");
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
