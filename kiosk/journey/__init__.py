"""One respondent from welcome to thanks: stages, intents and the runner that saves as it goes."""
