throw "out of luck";
