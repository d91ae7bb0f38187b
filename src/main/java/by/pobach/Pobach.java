package by.pobach;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the house. */
@SpringBootApplication
public class Pobach {
    public static void main(String[] args) {
        Installation.here().start(new SpringApplication(Pobach.class), args);
    }
}
