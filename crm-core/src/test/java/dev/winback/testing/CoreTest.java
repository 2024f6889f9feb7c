package dev.winback.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the domain on a real PostgreSQL whose tables are as after the migrations before each
 * test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = CoreApplication.class)
@Import({TestConnection.class, TestPasswords.class})
@ExtendWith({CleanTables.class, CopiesAgree.class})
public @interface CoreTest {}
